import { type Answer, type Broadcast, protocolVersion } from "../protocol.ts";

type Check = (value: unknown) => boolean;

const is =
  (type: "string" | "number" | "boolean"): Check =>
  (value) =>
    typeof value === type;
const text = is("string");
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(members).every(([name, check]) => check((value as Record<string, unknown>)[name]));

/** One of several shapes; the member of that name says which. */
const oneOf =
  (member: string, shapes: Readonly<Record<string, Check>>): Check =>
  (value) => {
    const name: unknown = Object(value)[member];
    return typeof name === "string" && Object.hasOwn(shapes, name) && shapes[name]?.(value) === true;
  };

const message = { version: text, fields: listOf(shape({ name: text, value: text })), content: text };

// Each is a function, so that the worker carries only those that it needs.
const isRequest: Check = (value) => shape({ ...message, method: text, target: text })(value);

const isResponse: Check = (value) => value === null || shape({ ...message, status: is("number"), reason: text })(value);

const isStep: Check = (value) =>
  oneOf("kind", {
    read: shape({ text }),
    choose: shape({ text, tried: listOf(shape({ route: text, why: text, matched: is("boolean") })) }),
    run: shape({ text, handler: orNull(text), reads: listOf(text), changes: listOf(shape({ path: text })) }),
    build: shape({ text }),
  })(value);

const isAnswer: Check = (value) => shape({ id: text, response: isResponse })(value);

const isHeld: Check = (value) => shape({ id: text, client: text, destination: text, request: isRequest })(value);

const isReport: Check = (value) =>
  isHeld(value) &&
  shape({
    // What another version says may mean something else.
    version: (version) => version === protocolVersion,
    host: text,
    steps: listOf(isStep),
    response: isResponse,
    failure: orNull(shape({ kind: text, text })),
    took: is("number"),
    forgetful: is("boolean"),
  })(value);

/**
 * What came on the channel, or null where it is no broadcast of this version: every page of the origin can speak there, and
 * an older or newer copy of this site does.
 */
export function readBroadcast(data: unknown): Broadcast | null {
  const isBroadcast = oneOf("type", { here: shape({ id: text }), answer: isAnswer, held: isHeld, exchange: isReport });
  return isBroadcast(data) ? (data as Broadcast) : null;
}

/** The answer of a page that came on the channel, or null where it is none. */
export function readAnswer(data: unknown): Answer | null {
  return oneOf("type", { answer: isAnswer })(data) ? (data as Answer) : null;
}
