/** A time as readers see it: one decimal below ten milliseconds, "9.5 ms", and none above. */
export function milliseconds(time: number): string {
  return `${time < 9.95 ? time.toFixed(1) : Math.round(time)} ms`;
}
