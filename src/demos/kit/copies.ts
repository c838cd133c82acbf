import { html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { toCurl } from "../../http/export/curl.ts";
import { toFetch } from "../../http/export/fetch-code.ts";
import { toHar } from "../../http/export/har.ts";
import { messagesText } from "../../http/export/messages-text.ts";
import { LinkError, requestLink } from "../../http/export/request-link.ts";
import type { Shell } from "../../http/export/shell-command.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { embedPath } from "./embed-path.ts";
import { siteRoot } from "./site-root.ts";

/** Where `npm run mock` answers. */
const realServer = "http://127.0.0.1:8080";

/** What is copied: the cycles on show; where one request is, that request as the reader has it, and the demo's name. */
export interface Cycles {
  readonly exchanges: readonly Exchange[];
  readonly request: RequestMessage | null;
  readonly demo: string;
  /** The requests that made the library what it was before this one, as far as the page knows them; none where it was fresh. */
  readonly before?: readonly RequestMessage[];
}

/** A text in some form, and what a reader must know to use it. */
export interface Copied {
  /** Empty where the cycles cannot have this form; the note says why. */
  readonly text: string;
  readonly note: string;
}

/** A form in which cycles can be taken along. */
export interface CopyForm {
  /** What stands in the menu. */
  readonly label: string;
  /** What is said when it is done: “Copied as fetch.” */
  readonly done: string;
  /** The name of the file that it is saved as; it goes to the clipboard where there is none. */
  readonly file?: string;
  readonly copy: (cycles: Cycles) => Copied;
}

const shells: readonly { readonly shell: Shell; readonly isWindows: boolean; readonly of: string }[] = [
  { shell: "sh", isWindows: false, of: "macOS, Linux" },
  { shell: "cmd", isWindows: true, of: "Windows" },
  { shell: "PowerShell", isWindows: true, of: "Windows" },
];

/**
 * The forms of several cycles, or of the one that a request belongs to; of the shells, the reader's own come first. To a file on
 * a disk no address leads that others could use.
 */
export function copyForms(isOneRequest: boolean, onWindows: boolean, inOneFile: boolean): readonly CopyForm[] {
  const own = shells.filter(({ isWindows }) => isWindows === onWindows);
  return [
    { label: "HTTP: request and response", done: "Copied as HTTP.", copy: asHttp },
    ...(isOneRequest
      ? [
          ...[...own, ...shells.filter((each) => !own.includes(each))].map(({ shell, of }) => ({
            label: `cURL for ${shell} (${of})`,
            done: `Copied as cURL for ${shell}.`,
            copy: ({ request }: Cycles) => asCurl(request, shell),
          })),
          { label: "fetch (JavaScript)", done: "Copied as fetch.", copy: asFetch },
          ...(inOneFile ? [] : [{ label: "Link to this request", done: "Copied as a link.", copy: asLink }]),
        ]
      : []),
    ...(inOneFile ? [] : [{ label: "Frame for a page of yours", done: "Copied as a frame.", copy: asFrame }]),
    { label: "HAR file (for developer tools)", done: "Saved as a HAR file.", file: "library.example.har", copy: asHar },
  ];
}

const nothing: Copied = { text: "", note: "There is nothing to copy yet." };

function asHttp({ exchanges }: Cycles): Copied {
  return exchanges.length === 0 ? nothing : { text: messagesText(exchanges), note: "" };
}

function asCurl(request: RequestMessage | null, shell: Shell): Copied {
  if (!request) return nothing;
  const { text, notes } = toCurl(request, realServer, shell);
  const where = `The mock server lives in your browser, so a terminal cannot reach it. This command goes to ${realServer}, where “npm run mock” in this project’s folder runs it as a real server.`;
  return { text, note: [...notes, where].join(" ") };
}

function asFetch({ request }: Cycles): Copied {
  if (!request) return nothing;
  return {
    text: toFetch(request, realServer),
    note: `It goes to ${realServer}, where “npm run mock” in this project’s folder runs the mock server as a real one. Run it in Node, or in the console of another page: this page lets its scripts ask no other server.`,
  };
}

function asLink({ request, demo, before = [] }: Cycles): Copied {
  if (!request) return nothing;
  const made = linkTo(demo, request, before);
  const alone = made instanceof LinkError && before.length > 0 ? linkTo(demo, request, []) : made;
  if (alone instanceof LinkError) return { text: "", note: `This request cannot travel in a link. ${alone.message}` };
  const brought =
    made !== alone
      ? " The changes of the library do not fit into it, so it opens on the library that its reader has."
      : before.length > 0
        ? ` It brings the library along, as the ${before.length === 1 ? "one request" : `${before.length} requests`} that changed it.`
        : "";
  return {
    text: alone,
    note: `The link opens this request in this page and sends nothing.${brought} Who has it can read all of that.`,
  };
}

function linkTo(demo: string, request: RequestMessage, before: readonly RequestMessage[]): string | LinkError {
  try {
    return new URL(requestLink(demo, request, before), location.href).href;
  } catch (error) {
    if (error instanceof LinkError) return error;
    throw error;
  }
}

/** The code of a frame that shows the demo by itself; of transcripts that go on from one another, all of them. */
function asFrame({ demo }: Cycles): Copied {
  const own = document.querySelector<HTMLElement>(`[data-client="${demo}"]`);
  const block = own?.closest<HTMLElement>("request-block");
  const named = block?.querySelector<HTMLElement>("[data-client]") ?? own;
  if (!own || !named) return nothing;
  const root = siteRoot().href;
  const page = location.href.replace(/(?:index\.html)?(?:[?#].*)?$/, "").slice(root.length);
  const address = root + (page.startsWith("embed/") ? page : embedPath(`/${page}`, named.dataset["client"] ?? ""));
  const title = named.ariaLabel ?? named.querySelector("h3, h4")?.textContent ?? "";
  const height = Math.ceil(((block ?? own).offsetHeight + 60) / 10) * 10;
  return {
    text: html`<iframe src="${address}" title="${title}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`
      .text,
    note: "Paste it into the HTML of a page. There it shows this demo alone, as it is in the lesson.",
  };
}

function asHar({ exchanges }: Cycles): Copied {
  if (exchanges.length === 0) return nothing;
  return {
    text: `${JSON.stringify(toHar(exchanges, Date.now()), null, 2)}\n`,
    note: "Open it in the Network panel of your developer tools: drag the file there, or choose “Import HAR file”.",
  };
}
