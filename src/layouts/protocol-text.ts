// A translated page keeps protocol text as it was sent: `GET` is no word of a language. One mark for all of it, whether it
// came with the page or with an answer, costs fewer bytes than an attribute on each.
// https://html.spec.whatwg.org/multipage/dom.html#the-translate-attribute

function mark(): void {
  for (const text of document.querySelectorAll<HTMLElement>(":is(code,pre):not([translate])")) text.translate = false;
}

mark();
new MutationObserver(mark).observe(document, { childList: true, subtree: true });
