/** A part of a URL (RFC 3986 section 3), and what becomes of it in the request. */
export interface UrlPart {
  readonly name: "scheme" | "user" | "host" | "port" | "path" | "query" | "fragment";
  /** The part as the browser reads it; empty where the URL lacks it. */
  readonly value: string;
  /** Whether the part stands in the message. */
  readonly isSent: boolean;
  /** Where it goes, in one or two sentences. */
  readonly where: string;
}

/** The parts of an `http` or `https` URL, in the order in which they are written. */
export function urlParts(url: URL): readonly UrlPart[] {
  const { protocol, username, hostname, port, pathname, search, hash } = url;
  const scheme = protocol.slice(0, -1);
  const usual = scheme === "https" ? "443" : "80";
  const encrypts = scheme === "https" ? "an encrypted one" : "one without encryption";
  const part = (name: UrlPart["name"], value: string, isSent: boolean, where: string): UrlPart => ({
    name,
    value,
    isSent,
    where,
  });
  const user = part(
    "user",
    username,
    false,
    "Not into the target. The browser may log in with it, in the field Authorization; fetch refuses such a URL.",
  );
  return [
    part("scheme", scheme, false, `Not into the message. It decides the connection: ${encrypts}.`),
    ...(username === "" ? [] : [user]),
    part("host", hostname, true, "Into the Host field. It also says which server to connect to."),
    port === ""
      ? part("port", "", false, `Not into the message: ${usual} is understood with ${scheme}.`)
      : part("port", port, true, "Into the Host field, after the host. It also says where to knock on that server."),
    part("path", pathname, true, "Into the request line: the target begins with it."),
    part("query", search, search !== "", search ? "Into the request line: the target’s end." : "There is none."),
    part(
      "fragment",
      hash,
      false,
      hash ? "Nowhere: it is not sent. The browser keeps it, to find the place in the page." : "There is none.",
    ),
  ];
}
