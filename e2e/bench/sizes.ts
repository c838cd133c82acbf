import { formatBytes, measureSizes } from "../../src/build/sizes.ts";
import type { Bench } from "./bench.ts";

/** Bytes after gzip: what each page loads at first, and what comes later. */
export const sizes: Bench = {
  name: "Bytes after gzip",
  async measure() {
    const found = await measureSizes("dist");
    return found.map(({ what, bytes, limit }) => ({
      what,
      value: formatBytes(bytes),
      ...(limit === null ? {} : { bar: formatBytes(limit) }),
    }));
  },
};
