import type { WrongInput } from "./wrong-inputs.ts";

/** Headings, links and pictures. */
export const wrongMarkdown: readonly WrongInput[] = [
  {
    mistake: "A heading of the first level",
    source: "# Caching\n",
    says: ["6:1: expected headings from ## on: the title in the frontmatter is the page’s only #; found #"],
    remedy: "Begin with ##.",
  },
  {
    mistake: "A heading without a space",
    source: "##Freshness\n",
    says: ["6:1: expected a space behind the signs of a heading; found none"],
    remedy: "Put a space behind ##.",
  },
  {
    mistake: "An empty heading",
    source: "##\n",
    says: ["6:1: expected a text behind ##; found none"],
    remedy: "Write the heading, or take the signs out.",
  },
  {
    mistake: "A skipped level",
    source: "## Caching\n\n#### Freshness\n",
    says: ["8:1: expected a heading with at most ### here, so that no level is skipped; found ####"],
    remedy: "Use ### below ##.",
  },
  {
    mistake: "A request or a demo before the first heading",
    source: "---\ntitle: Caching\ndescription: Text.\n---\n\n```http send\nGET /books\n```\n",
    says: ["6:1: expected a heading with ## above this, whose own title is one with ###; found none"],
    remedy: "Write a heading above it.",
  },
  {
    mistake: "A link to a page that is not there",
    source: "[the next lesson](./brewing.mdx)\n",
    says: [
      "6:1: expected a link to a page, from this file or from the content root; found ./brewing.mdx, but there is no content/brewing.mdx",
    ],
    remedy: "Look at the file’s name and folder.",
  },
  {
    mistake: "A link to a page without its ending",
    source: "[the words](/glossary)\n",
    says: ["6:1: expected a file in public/ at /glossary; found no such file. Did you mean “/glossary.mdx”?"],
    remedy: "Name the page’s file.",
  },
  {
    mistake: "A link to a place that is not there",
    source: "[see above](#fresh)\n",
    says: ["6:1: expected a place that content/caching.mdx has, such as #a-part; found #fresh"],
    remedy: "Use the heading’s words in lower case, joined by hyphens.",
  },
  {
    mistake: "A link to a place that another page lacks",
    source: "[the sixth stage](/index.mdx#stage-6)\n",
    says: ["6:1: expected a place that content/index.mdx has. Did you mean “stage-1”?; found #stage-6"],
    remedy: "Look at the other page’s headings.",
  },
  {
    mistake: "A link to a draft",
    source: "[the next lesson](./cookies.mdx)\n",
    beside: { "cookies.mdx": "---\ntitle: Cookies\ndescription: Text.\ndraft: true\n---\n" },
    says: [
      "6:1: expected a link to a page that is in the built site; found ./cookies.mdx, but content/cookies.mdx says “draft: true”",
    ],
    remedy: "Delete draft: true there when that page is ready, or take the link out.",
  },
  {
    mistake: "A link with a space in its address",
    source: "See [the words](/the glossary.mdx).\n",
    says: [
      "6:15: expected an address without spaces, then perhaps a caption in straight double quotes, then ): [words](address); found something else behind ](",
    ],
    remedy: "Take the space out, or put a text behind the address in straight quotes.",
  },
  {
    mistake: "An address in square brackets",
    source: "See [the words][glossary].\n",
    says: ["6:15: expected the address in round brackets: [words](address); found square brackets"],
    remedy: "Write the address behind the words.",
  },
  {
    mistake: "An address in a line of its own",
    source: "See [the words][1].\n\n[1]: /glossary.mdx\n",
    says: ["8:1: expected the address right behind the words: [words](/glossary.mdx); found a line of its own for it"],
    remedy: "Write the address behind the words.",
  },
  {
    mistake: "A link as in a wiki",
    source: "See [[glossary]].\n",
    says: ["6:5: expected a link of the form [words](address); found double brackets"],
    remedy: "Write the words, then the address.",
  },
  {
    mistake: "A percent sign in an address",
    source: "[half](/50%.mdx)\n",
    says: [
      "6:1: expected a link to a page, from this file or from the content root; found /50%.mdx, but there is no content/50%.mdx",
    ],
    remedy: "Look at the file’s name and folder.",
  },
  {
    mistake: "A link to a file of this computer",
    source: "[the words](file:///home/me/glossary.mdx)\n",
    says: ["6:1: expected an address that begins with https:, http: or mailto:; found file:///home/me/glossary.mdx"],
    remedy: "Link to the page’s file, from this one.",
  },
  {
    mistake: "A link without words",
    source: "[](/index.mdx)\n",
    says: ["6:1: expected a text between the brackets of the link to /index.mdx; found none"],
    remedy: "Say where the link leads.",
  },
  {
    mistake: "A link to a file that is not there",
    source: "[the paper](/paper.pdf)\n",
    says: ["6:1: expected a file in public/ at /paper.pdf; found no such file"],
    remedy: "Put the file into public/.",
  },
  {
    mistake: "A picture that is not there",
    source: "![A cache between two programs](./cache.png)\n",
    says: ["6:1: expected a file at ./cache.png, seen from this page’s file; found no such file"],
    remedy: "Put the picture beside the page’s file.",
  },
  {
    mistake: "A picture without a text alternative",
    source: "![](/icon.svg)\n",
    says: ["6:1: expected a text alternative: ![what the picture shows](/icon.svg); found none between the brackets"],
    remedy: "Say what the picture shows.",
  },
  {
    mistake: "A picture from another site",
    source: "![A logo](https://other.example/logo.png)\n",
    says: [
      "6:1: expected a picture that stands in the project, since no page loads from another site; found https://other.example/logo.png",
    ],
    remedy: "Copy the picture into the project.",
  },
  {
    mistake: "A picture as HTML",
    source: '<img src="./cycle.svg">\n',
    says: ["6:1: expected a picture as ![what it shows](address); found <img>"],
    remedy: "Write the picture as markdown.",
  },
  {
    mistake: "A link without an address",
    source: "See [the words]().\n",
    says: ["6:5: expected an address behind the words: [words](address); found none"],
    remedy: "Write where the link leads.",
  },
  {
    mistake: "A space before the address",
    source: "See [the words] (/glossary.mdx).\n",
    says: ["6:15: expected the address right behind the words: [words](address); found a space between"],
    remedy: "Take the space out.",
  },
  {
    mistake: "Words and address the other way round",
    source: "See (the words)[/glossary.mdx].\n",
    says: [
      "6:15: expected the words in square brackets and the address in round ones: [words](address); found the other way round",
    ],
    remedy: "Write [the words](/glossary.mdx).",
  },
  {
    mistake: "A link to another site without https",
    source: "[the standard](www.rfc-editor.org)\n",
    says: ["6:1: expected an address that begins with https:, http: or mailto:; found www.rfc-editor.org"],
    remedy: "Write https:// before it.",
  },
  {
    mistake: "A link to one’s own computer",
    source: "[the preview](http://127.0.0.1:4321/)\n",
    says: [
      "6:1: expected an address that readers can reach, or `code`; found 127.0.0.1, which is the reader’s own computer or network",
    ],
    remedy: "Link to the page’s file, or write the address as `code`.",
  },
  {
    mistake: "A picture without an address",
    source: "![A cache]()\n",
    says: ["6:1: expected an address behind the text: ![what it shows](address); found none"],
    remedy: "Write the picture’s file.",
  },
  {
    mistake: "A picture as large as a camera makes it",
    source: "![A cache between two programs](./cache.png)\n",
    beside: { "cache.png": "P".repeat(500_001) },
    says: ["6:1: expected a picture of at most 500 KB; found cache.png with 501 KB"],
    remedy: "Save it with fewer pixels, about 1,200 across, or as .webp.",
  },
  {
    mistake: "A picture that cannot be read",
    source: "![A cache between two programs](./cache.png)\n",
    beside: { "cache.png": "This is no picture." },
    says: [
      "6:1: expected a picture that can be read; found cache.png, which is damaged or is not what its ending says",
    ],
    remedy: "Open the file in another program, and save it anew.",
  },
  {
    mistake: "A picture in a format that browsers do not show",
    source: "![A cache between two programs](./cache.heic)\n",
    beside: { "cache.heic": "…" },
    says: ["6:1: expected a picture that ends in .svg, .png, .jpg, .jpeg, .webp, .gif or .avif; found cache.heic"],
    remedy: "Save it as .jpg or .png.",
  },
  {
    mistake: "A drawing without a title",
    source: "![A cache between two programs](./cache.svg)\n",
    beside: { "cache.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6" /></svg>' },
    says: ["6:1: expected <title>what it shows</title> right behind <svg …>; found none in cache.svg"],
    remedy: "Add the title, so that the drawing says what it is where it stands alone.",
  },
  {
    mistake: "A drawing that browsers do not take for one",
    source: "![A cache between two programs](./cache.svg)\n",
    beside: { "cache.svg": '<svg viewBox="0 0 8 8"><title>A cache</title></svg>' },
    says: ['6:1: expected <svg xmlns="http://www.w3.org/2000/svg" …>; found <svg> without it in cache.svg'],
    remedy: "Add the attribute to the drawing’s first tag.",
  },
  {
    mistake: "A drawing with a program in it",
    source: "![A cache between two programs](./cache.svg)\n",
    beside: {
      "cache.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>A cache</title><script>let a = 1;</script></svg>',
    },
    says: ["6:1: expected a drawing without programs, which no browser runs in a picture; found <script in cache.svg"],
    remedy: "Take the program out of the drawing.",
  },
  {
    mistake: "A drawing without a size",
    source: "![A cache between two programs](./cache.svg)\n",
    beside: { "cache.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>A cache</title></svg>' },
    says: [
      '6:1: expected <svg viewBox="0 0 480 180" …>, with the picture’s own size; found <svg> without it in cache.svg',
    ],
    remedy: "Say how wide and high the drawing is.",
  },
  {
    mistake: "An id behind a heading",
    source: "## When copies are fresh {#fresh}\n",
    says: [
      "6:26: expected nothing behind the heading: its words make its address, #when-copies-are-fresh; found {#fresh}",
    ],
    remedy: "Link to the heading by its words.",
  },
  {
    mistake: "A heading whose address the page itself has",
    source: "## Start\n\nText.\n",
    says: ["6:1: expected a heading with other words; found #start, which leads to the beginning of every page"],
    remedy: "Say more: How it starts.",
  },
  {
    mistake: "A heading without a letter",
    source: "## →\n\nText.\n",
    says: ["6:1: expected words in a heading, of which its address is made; found signs alone"],
    remedy: "Write the heading in words.",
  },
  {
    mistake: "A picture as a heading",
    source: "## ![A logo](/icon.svg)\n\nText.\n",
    says: ["6:1: expected words in a heading, of which its address is made; found a picture"],
    remedy: "Write the heading in words, and put the picture below it.",
  },
  {
    mistake: "A link in a heading",
    source: "## The [first part](#a-part) again\n\nText.\n",
    says: ["6:1: expected a heading without links, for the list of contents makes it one; found a link"],
    remedy: "Put the link into the text below.",
  },
  {
    mistake: "A table that is too wide for a phone",
    source: `| ${"wide | ".repeat(8)}\n| ${"--- | ".repeat(8)}\n`,
    says: [
      "6:1: expected a table that a phone has room for: that of 40 letters; found 8 columns whose longest words need the room of 48 letters side by side",
    ],
    remedy: "Leave columns out, turn rows and columns round, or write a list.",
  },
];
