import type { Step } from "../http/exchange.ts";
import type { RequestMessage, ResponseMessage } from "../http/message.ts";
import { build, preconditionFailed, representations } from "./build.ts";
import { changes } from "./changes.ts";
import { allowedMethods, type Choice, choose } from "./choose.ts";
import { entityTag, failedCondition, wholeSecond } from "./conditions.ts";
import type { Call, Handler, Reply } from "./handler.ts";
import { fieldValue } from "./interim.ts";
import type { Library } from "./library.ts";
import { acceptField, knownMethods, mediaType, readInput, readSteps, refusal, splitTarget } from "./read.ts";
import { form, type Route, routes } from "./routes.ts";

/** What the server makes of one request. */
export interface Served {
  readonly response: ResponseMessage;
  /** What it did, in order. */
  readonly steps: readonly Step[];
  /** The library's data afterwards. */
  readonly state: Library;
  /** Milliseconds that the server takes before it answers. */
  readonly delay: number;
}

/** A reply, and the steps that led to it. */
interface Work {
  readonly steps: readonly Step[];
  readonly reply: Reply;
}

/**
 * Answers one request as library.example does. It is a pure function: the same request, state and time give the same
 * answer, nothing given is changed, and nothing is thrown.
 */
export function serve(request: RequestMessage, state: Library, now: Date): Served {
  const refused = refusal(request);
  const { steps, reply } = refused ? unhandled(refused) : work(request, state, now);
  const { response, text } = build(request, reply, now);
  return {
    response,
    steps: [...readSteps(request), ...steps, { kind: "build", text }],
    state: reply.library ?? state,
    delay: reply.delay ?? 0,
  };
}

/** Chooses the resource and runs its handler. */
function work(request: RequestMessage, library: Library, now: Date): Work {
  const { method, target, fields } = request;
  if (target === "*") return unhandled({ status: 204, fields: { Allow: knownMethods.join(", ") } });

  const { path, query } = splitTarget(target);
  const choice = choose(routes, method, path);
  const chosen = chooseStep(choice, method, path);
  const after = ({ steps, reply }: Work): Work => ({ steps: [chosen, ...steps], reply });

  if (choice.siblings.length === 0) return after(unhandled({ status: 404, problem: `There is nothing at ${path}.` }));
  if (method === "OPTIONS") return after(unhandled(options(choice.siblings)));
  if (!choice.route) return after(unhandled(notAllowed(choice.siblings, method, path)));

  const input = readInput(request, choice.route.takes ?? []);
  if ("status" in input) return after(unhandled(input));

  const fromForm = mediaType(fieldValue(fields, "Content-Type")) === form;
  const call = { request, id: choice.id, query, input, fromForm, library, now };
  const done = run(choice.route, call);
  const failed = isWrite(method) && done.reply.status < 300 ? failedWrite(choice, call) : null;
  return after(failed ?? done);
}

function chooseStep({ tried, route, id, siblings }: Choice, method: string, path: string): Step {
  const text = route
    ? `The server looks for the resource, and finds the route ${route.on}${id && `, with “${id}” in the place of :id`}.`
    : siblings.length === 0
      ? `The server looks for the resource, and finds no route with the path ${path}.`
      : `The server finds the resource ${path}. It takes ${allowedMethods(siblings)}${method === "OPTIONS" ? ", and OPTIONS asks for just this list" : `, but not ${method}`}.`;
  return { kind: "choose", text, tried };
}

/** A reply that the server gives by itself. */
function unhandled(reply: Reply): Work {
  const text =
    reply.problem === undefined
      ? "No handler runs: the server answers by itself."
      : `No handler runs. ${reply.problem}`;
  return { steps: [{ kind: "run", text, handler: null, reads: [], changes: [] }], reply };
}

function options(siblings: readonly Route[]): Reply {
  const takes = siblings.flatMap(({ on, takes: types }) => {
    const name = acceptField(on.split(" ")[0] ?? "");
    return types && name !== "Accept" ? [[name, types.join(", ")]] : [];
  });
  return { status: 204, fields: { Allow: allowedMethods(siblings), ...Object.fromEntries(takes) } };
}

function notAllowed(siblings: readonly Route[], method: string, path: string): Reply {
  const allow = allowedMethods(siblings);
  return {
    status: 405,
    problem: `${path} does not take ${method}. It takes ${allow}.`,
    fields: { Allow: allow },
  };
}

/** Runs the handler. If it throws, that is the server's fault: the client gets 500, and no detail. */
function run(route: Route, call: Call): Work {
  const [name, handler] = Object.entries(route.run)[0] as [string, Handler];
  try {
    const reply = handler(call);
    const made = changes(call.library, reply.library ?? call.library);
    const reads = reply.reads ?? [];
    const text = `The server runs ${name}. It reads ${list(reads)}, and changes ${list(made.map(({ path }) => path))}.`;
    return { steps: [{ kind: "run", text, handler: name, reads, changes: made }], reply };
  } catch (error) {
    const what = error instanceof Error ? error.name : "an error";
    const text = `The server runs ${name}, which fails: it throws ${what}. The server catches it, and answers 500.`;
    const reply = { status: 500, problem: "The server failed while it worked on this. It is not your fault." };
    return { steps: [{ kind: "run", text, handler: name, reads: [], changes: [] }], reply };
  }
}

const list = (names: readonly string[]): string => names.join(", ") || "nothing";

const isWrite = (method: string): boolean => method !== "GET" && method !== "HEAD";

/** Checks the conditions of a request that would change something, against what GET would send now; null if they hold. */
function failedWrite({ siblings }: Choice, call: Call): Work | null {
  const get = siblings.find(({ on }) => on.startsWith("GET "));
  const now: Reply = get ? run(get, call).reply : { status: 404 };
  const exists = now.status === 200;
  const failed = failedCondition(call.request, {
    tags: exists ? representations(call.request, now).map(({ content }) => entityTag(content)) : [],
    exists,
    changed: exists && now.changed !== undefined ? wholeSecond(Date.parse(now.changed)) : null,
  });
  return failed ? unhandled(preconditionFailed(failed.field)) : null;
}
