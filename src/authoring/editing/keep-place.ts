// While a page is edited it is loaded again and again, now and then before it is whole, and then the browser forgets where its
// reader was. So the place is noted of whole pages only, and taken up again when the page is loaded anew.

const key = `place ${location.pathname}`;
const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];

function note(): void {
  sessionStorage.setItem(key, String(scrollY));
}

function takeUp(): void {
  const place = sessionStorage.getItem(key);
  if (place && arrival?.type === "reload") scrollTo({ top: Number(place), behavior: "instant" });
  for (const event of ["scroll", "pagehide"]) addEventListener(event, note);
}

if (document.readyState === "complete") takeUp();
else addEventListener("load", takeUp, { once: true });
