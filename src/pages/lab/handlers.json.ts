import type { APIRoute } from "astro";
import { handlerSources } from "../../build/handler-sources.ts";

/** The source of every handler, beside the worker that runs them. */
export const GET: APIRoute = async () => Response.json(await handlerSources());
