import type { Plugin } from "vite";
import { forgetReference, readReference, referenceNotes } from "../authoring/reference/reference-files.ts";

/**
 * Puts the sentences of `content/reference/` where the scripts of a page find them. They stand behind a call, for a constant
 * would be copied into each file that uses it. In the editor's loop all is made anew when one has changed.
 */
export function referenceNotesPlugin(): Plugin {
  return {
    name: "reference-notes",
    transform: {
      filter: { id: /src\/http\/reference-notes\.ts/ },
      handler() {
        const code = `const notes = ${JSON.stringify(referenceNotes())};\nexport function referenceNotes() { return notes; }`;
        return { code, map: null };
      },
    },
    configureServer({ config, watcher, environments }) {
      if (config.server.hmr === false) return;
      watcher.on("all", (_event, file) => {
        if (!readReference().some((each) => each.file === file)) return;
        forgetReference();
        for (const { moduleGraph } of Object.values(environments)) moduleGraph.invalidateAll();
        environments["client"]?.hot.send({ type: "full-reload" });
      });
    },
  };
}
