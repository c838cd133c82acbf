import { html } from "../../html.ts";
import type { Reply } from "../engine/handler.ts";

/** GET /broken: the plan of the shelves. Its data is damaged, so reading it throws, and the server answers 500. */
export function showPlan(): Reply {
  const plan = JSON.parse('{ "shelf": 1');
  return { status: 200, json: plan };
}

/** GET /recommendations: a page that says “error” under a status that says 200. Only the person sees that it failed. */
export function recommendBooks(): Reply {
  return {
    status: 200,
    page: {
      title: "Error",
      main: html`<p>Something went wrong. We can recommend nothing today.</p>`,
    },
  };
}

/** GET /scanner: a service that is closed for a while, and says for how long. */
export function refuseScan(): Reply {
  return {
    status: 503,
    problem: "The book scanner is being serviced. It is back in an hour.",
    fields: { "Retry-After": "3600" },
  };
}
