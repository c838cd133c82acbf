import type { Step } from "../../http/exchange.ts";
import { fieldValue, type RequestMessage, type ResponseMessage } from "../../http/message/message.ts";
import { formType, mediaType } from "../../http/rules/content.ts";
import { type Library, limits } from "../site/library.ts";
import { type Route, routes } from "../site/routes.ts";
import { build, preconditionFailed, representations } from "./build.ts";
import { changes } from "./changes.ts";
import { allowedMethods, type Choice, choose } from "./choose.ts";
import { entityTag, failedCondition, wholeSecond } from "./conditions.ts";
import type { Call, Handler, Reply } from "./handler.ts";
import {
  acceptField,
  isServerWide,
  knownMethods,
  readInput,
  readSteps,
  refusal,
  splitTarget,
  tooLong,
  unreadableType,
} from "./read.ts";

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

/** A reply, and who gave it. */
interface Answer {
  readonly reply: Reply;
  /** The handler's name; null if the server answers without one. */
  readonly handler: string | null;
  /** The name of the error that the handler threw. */
  readonly thrown?: string;
}

/**
 * Answers one request as library.example does. It is a pure function: the same request, state and time give the same
 * answer, nothing given is changed, and nothing is thrown. `refused` is the reply if no resource is to see the request.
 */
export function serve(request: RequestMessage, state: Library, now: Date, refused = refusal(request)): Served {
  const { path } = splitTarget(request.target);
  const choice = refused || isServerWide(request) ? null : choose(routes, request.method, path);
  const answer = choice ? answerFrom(choice, request, state, now) : byItself(refused ?? serverOptions);
  const { response, text } = build(request, answer.reply, now);
  return {
    response,
    steps: [
      ...readSteps(request),
      ...(choice ? [chooseStep(choice, path)] : []),
      runStep(answer, state),
      { kind: "build", text },
    ],
    state: answer.reply.library ?? state,
    delay: answer.reply.delay ?? 0,
  };
}

/**
 * The refusal that a request's head alone decides, before its content has come (RFC 9110 section 10.1.1): it asks for
 * nothing that we have, or announces content that we do not take. Null where the content has its say.
 */
export function refusedByHead(request: RequestMessage, now: Date): ResponseMessage | null {
  const { method, target, fields } = request;
  const reply = refusal(request) ?? refusedContent();
  return reply && build(request, reply, now).response;

  function refusedContent(): Reply | null {
    const { path } = splitTarget(target);
    const { route, siblings } = choose(routes, method, path);
    if (Number(fieldValue(fields, "Content-Length")) > limits.contentOctets) return tooLong;
    if (method === "OPTIONS") return null;
    if (!route) return missing(path, siblings);
    return unreadableType(request, route.takes ?? []);
  }
}

/** What is answered where a path has no resource, or one that does not take the method. */
function missing(path: string, siblings: readonly Route[]): Reply {
  const allow = allowedMethods(siblings);
  return siblings.length === 0
    ? { status: 404, problem: `There is nothing at ${path}.` }
    : { status: 405, problem: `${path} takes only ${allow}.`, fields: { Allow: allow } };
}

const serverOptions: Reply = { status: 204, fields: { Allow: knownMethods.join(", ") } };

const byItself = (reply: Reply): Answer => ({ reply, handler: null });

/** Answers from the chosen resource: by its handler, if the method, the content and the conditions allow. */
function answerFrom(choice: Choice, request: RequestMessage, library: Library, now: Date): Answer {
  const { method, target, fields } = request;
  const { path, query } = splitTarget(target);
  const { route, siblings, id } = choice;
  const allow = allowedMethods(siblings);
  if (siblings.length === 0) return byItself(missing(path, siblings));
  if (method === "OPTIONS") return byItself({ status: 204, fields: { Allow: allow, ...acceptedContent(siblings) } });
  if (!route) return byItself(missing(path, siblings));

  const input = readInput(request, route.takes ?? []);
  if ("status" in input) return byItself(input);
  const fromForm = mediaType(fields, "Content-Type") === formType;
  const call = { request, id, query, input, fromForm, written: route.written, library, now };
  const answer = run(route, call);
  const isWrite = method !== "GET" && method !== "HEAD";
  const refused = isWrite && answer.reply.status < 300 ? refusedWrite(siblings, call) : null;
  return refused ? byItself(refused) : answer;
}

/** Runs the handler. If it throws, that is the server's fault: the client gets 500, and no detail. */
function run(route: Route, call: Call): Answer {
  const [name, handler] = Object.entries(route.run)[0] as [string, Handler];
  try {
    return { reply: handler(call), handler: name };
  } catch (error) {
    const reply = { status: 500, problem: "The server failed. It is not your fault." };
    return { reply, handler: name, thrown: error instanceof Error ? error.name : "something" };
  }
}

/** Checks the conditions of a request that would change something, against what GET would send now; null if they hold. */
function refusedWrite(siblings: readonly Route[], call: Call): Reply | null {
  const get = siblings.find(({ on }) => on.startsWith("GET "));
  const reply = get ? run(get, call).reply : null;
  const current = reply?.status === 200 ? reply : null;
  const failed = failedCondition(call.request, {
    tags: current ? representations(call.request, current).map(({ content }) => entityTag(content)) : [],
    exists: current !== null,
    changed: current?.changed === undefined ? null : wholeSecond(Date.parse(current.changed)),
  });
  return failed && preconditionFailed(failed.field);
}

/** Which content the methods of a resource take, as OPTIONS tells it. */
function acceptedContent(siblings: readonly Route[]): Readonly<Record<string, string>> {
  const takes = siblings.map(({ on, takes = [] }) => [acceptField(on.replace(/ .*/, "")), takes.join(", ")]);
  return Object.fromEntries(takes.filter(([name, types]) => name !== "Accept" && types));
}

function chooseStep({ tried, route, id, siblings }: Choice, path: string): Step {
  const found = route
    ? `the route ${route.on}${id && `, with ${id} for :id`}`
    : siblings.length === 0
      ? `no route with the path ${path}`
      : `${path}, which takes ${allowedMethods(siblings)}`;
  return { kind: "choose", text: `The server looks for the resource, and finds ${found}.`, tried };
}

function runStep({ handler, reply, thrown }: Answer, before: Library): Step {
  const { reads = [], problem = "The server answers by itself." } = reply;
  const made = changes(before, reply.library ?? before);
  const list = (paths: readonly string[]): string => paths.join(", ") || "nothing";
  const text =
    handler === null
      ? `No handler runs. ${problem}`
      : thrown
        ? `The server runs ${handler}, which fails: it throws ${thrown}. The server catches it.`
        : `The server runs ${handler}. It reads ${list(reads)}, and changes ${list(made.map(({ path }) => path))}.`;
  return { kind: "run", text, handler, reads, changes: made };
}
