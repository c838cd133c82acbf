import { MessageError } from "../../http/message/message.ts";

/**
 * How many cycles a line such as `?? cycles == 3` expects; null where the line is about something else. Throws a MessageError
 * where it names no number.
 */
export function readCycles(text: string, line: number): number | null {
  const count = /^\?\?\s+cycles\s+==\s+(\d+)$/.exec(text.trim())?.[1];
  if (count !== undefined) return Number(count);
  if (!/^\?\?\s+cycles\b/.test(text)) return null;
  throw new MessageError(line, 1, "a number of cycles, such as ?? cycles == 3", `“${text.trim()}”`);
}
