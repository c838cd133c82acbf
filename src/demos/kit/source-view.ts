import { type Html, html } from "../../html.ts";

/** A function of the server as it stands in its file: its text in pieces, each with the kind of token that it is. */
export interface HandlerSource {
  /** The file's path within the project. */
  readonly file: string;
  /** The line on which the piece begins, from 1. */
  readonly line: number;
  readonly pieces: readonly (readonly [text: string, token: string])[];
}

/** Source text with its tokens marked by classes, and the place where it stands. */
export function sourceView({ file, line, pieces }: HandlerSource): Html {
  return html`<pre class="source" tabindex="0" aria-label="${file}"><code>${pieces.map(([text, token]) =>
    token === "" ? text : html`<span class="${token}">${text}</span>`,
  )}</code></pre><p class="note">As it is written: <code>${file}</code>, line ${line}. What runs is the same code, made smaller.</p>`;
}
