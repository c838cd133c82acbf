/** The address of the site's root, as the page's link to the mock server tells it. */
export function siteRoot(): URL {
  const worker = document.querySelector<HTMLLinkElement>("link[rel=lab-worker]")?.href ?? location.href;
  return new URL("..", worker);
}
