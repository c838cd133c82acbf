/** What each attack tries to run: it leaves a trace in the outermost window, from whatever document it runs in. */
const run = "top.ran=1";

/** Where each attack that cannot run a script tries to send the reader's browser. */
const elsewhere = "https://bank.example/";

const coded = (text: string): string => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Texts that would do harm wherever text is taken for markup, for an address, for a style or for a script. Most fit into a
 * title of the library, which has at most 120 characters.
 */
export const attacks: readonly string[] = [
  // Elements and handlers.
  `<script>${run}</script>`,
  `<ScRiPt/x src=data:,${run}></sCrIpT >`,
  `<img src=x onerror=${run}>`,
  `<svg/onload=${run}>`,
  `<svg><script href="data:,${run}"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}/>#x"/>`,
  `<details open ontoggle=${run}>here</details>`,
  `<input autofocus onfocus=${run}>`,
  `<body onload=${run} onpageshow=${run} onhashchange=${run}>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<object data="data:text/html,<script>${run}</script>"></object>`,
  // Addresses.
  `javascript:${run}//`,
  `java\tscript:${run}`,
  `<a href="javascript:${run}">here</a>`,
  `<a href=" &#106;avascript&colon;${run}">here</a>`,
  `<svg><a xlink:href="javascript:${run}"><text y="9">here</text></a></svg>`,
  `<form action="javascript:${run}"><button formaction="javascript:${run}">here</button></form>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<base href="${elsewhere}"><img src=${elsewhere}1>`,
  `//bank.example/%2e%2e/`,
  `data:text/html,<script>${run}</script>`,
  // Out of an attribute, an element, a comment, a script of data.
  `" autofocus onfocus="${run}" x="`,
  `' onmouseover='${run}' style='position:fixed;inset:0' x='`,
  `\` onclick=${run} x=\``,
  `</textarea></title></style></noscript></template><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `--!><!--><img src=x onerror=${run}>`,
  `]]><script>${run}</script><![CDATA[`,
  // Markup that changes when it is written out and read again.
  `<noscript><p title="</noscript><img src onerror=${run}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src onerror=${run}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  coded(`<img src=x onerror=${run}>`),
  `<listing>${coded(`<img src=x onerror=${run}>`)}</listing>`,
  // Styles, templates, characters that some readers skip.
  `<style>@import "${elsewhere}";*{background:url(${elsewhere})}</style>`,
  `<link rel=stylesheet href="${elsewhere}"><p style="background:url(${elsewhere})">`,
  `{{constructor.constructor("${run}")()}}\${${run}}<%=${run}%>`,
  `<scr\0ipt>${run}</scr\0ipt><img src=x oner\0ror=${run}>`,
  `\u2028${run}\u2029<img\u000csrc=x\u000conerror=${run}>`,
  `\u202e>tpircs/<${run}>tpircs<\ufeff`,
  // Names by which a form or a document hides its own methods, and addresses in unusual places.
  `<form><input name=action><input name=method><input name=getAttribute><button>here</button></form>`,
  `<form action=/x><input name=closest><input name=setAttribute><input name=requestSubmit><p>here</p><button>here`,
  `<form name=URL></form><form name=defaultView></form><img name=baseURI><a href=/books>here</a>`,
  `<form name=addEventListener></form><form name=getElementById></form><a href="http://[">here</a><a href=#%>`,
  `<form><button formaction="${elsewhere}">here</button></form><map><area href=/books></map>`,
];

/** Messages of all kinds with a text in each place that a message has; most lead to answers that repeat it. */
export function requestsWith(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => [
    `POST /books HTTP/1.1\nContent-Type: application/json\n\n${JSON.stringify({ title: text, author: text })}`,
    `POST /books HTTP/1.1\nContent-Type: ${text}\n\n${text}`,
    `GET /books/${encodeURIComponent(text)} HTTP/1.1\nX-Attack: ${text}\nCookie: ${text}\nAccept: application/problem+json`,
    `GET /books?${text} HTTP/1.1`,
    `${text} /books HTTP/1.1`,
    `GET /books HTTP/1.1\n${text}: x`,
    text,
  ]);
}

/** The pages of the books that stand in the library because of the requests above. */
export const newBooks = attacks.map((_, index) => `/books/${index + 6}`);

/** What an address field must not take for an address of the library. */
export const otherSites = attacks.filter((text) => /^(?:javascript:|data:|\/\/)/.test(text));

export const searchFor = (text: string): string => `/search?q=${encodeURIComponent(text)}#${encodeURIComponent(text)}`;

/** Hashes with a text in each place that a link has. */
export function linksWith(texts: readonly string[]): readonly string[] {
  const coded = (message: string) => Buffer.from(message).toString("base64url");
  return texts.flatMap((text) => [
    `#request=${text}`,
    `#request=exchange-1.${coded(text)}`,
    `#request=exchange-1.${coded(`POST /books HTTP/1.1\r\nHost: library.example\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)}`,
  ]);
}
