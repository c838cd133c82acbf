import assert from "node:assert/strict";
import { test } from "node:test";
import { structuredData } from "./structured-data.ts";

const page = {
  title: "Caching",
  description: "How a browser spares itself a request.",
  site: "HTTP",
  url: "https://school.example/caching/",
  picture: "https://school.example/pictures/caching.png",
  parts: [{ id: "fresh", text: "Fresh or stale" }],
};

test("a page is a learning resource, and its headings are its parts", () => {
  assert.deepEqual(JSON.parse(structuredData(page)), {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    name: "Caching",
    description: "How a browser spares itself a request.",
    inLanguage: "en",
    isAccessibleForFree: true,
    url: "https://school.example/caching/",
    image: "https://school.example/pictures/caching.png",
    isPartOf: { "@type": "WebSite", name: "HTTP" },
    hasPart: [{ "@type": "WebPageElement", name: "Fresh or stale", url: "https://school.example/caching/#fresh" }],
  });
});

test("where the site's address is not known, no address is made up", () => {
  assert.doesNotMatch(structuredData({ ...page, url: null, picture: null }), /"(url|image)"/);
});

test("a title cannot end the script that the data stands in", () => {
  assert.doesNotMatch(structuredData({ ...page, title: "</script><b>" }), /<\/script/);
});
