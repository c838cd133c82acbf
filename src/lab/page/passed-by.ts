import { LabError } from "./lab.ts";

/** Something other than the worker answers, or nothing. */
export function passedBy(): LabError {
  return new LabError(
    "not-the-mock",
    "requests pass the service worker by",
    "Reload the page without the Shift key, and switch off “Bypass for network” in the developer tools.",
  );
}
