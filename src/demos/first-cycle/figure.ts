import { built, type Html, html } from "../../html.ts";
import type { Whole } from "../kit/kind.ts";
import type { FirstCycleConfig } from "./config.ts";

/** Start, two control points and end of a cubic curve: x and y in turn. */
type Way = readonly [number, number, number, number, number, number, number, number];

type Point = readonly [x: number, y: number];

/** The drawing arranged for a width, in its own units. The window and the shelf are 300 by 230 units before scaling. */
interface Arrangement {
  readonly name: "broad" | "narrow";
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly window: Point;
  readonly shelf: Point;
  readonly request: Point;
  readonly response: Point;
  readonly out: Way;
  readonly back: Way;
  /** The height of the link's letters, in the window's units. */
  readonly letters: number;
  /** Where the marks of the five stages stand. */
  readonly marks: readonly Point[];
}

/** Where the link's text begins in the window. */
const link: Point = [28, 130];

const arrangements: readonly Arrangement[] = [
  {
    name: "broad",
    width: 1040,
    height: 318,
    scale: 1,
    window: [2, 34],
    shelf: [738, 34],
    request: [520, 52],
    response: [520, 252],
    out: [318, 110, 400, 30, 640, 30, 722, 110],
    back: [722, 194, 640, 274, 400, 274, 318, 194],
    letters: 34,
    marks: [
      [180, 142],
      [352, 84],
      [888, 20],
      [688, 222],
      [270, 230],
    ],
  },
  {
    name: "narrow",
    width: 320,
    height: 286,
    scale: 0.45,
    window: [2, 88],
    shelf: [183, 88],
    request: [160, 40],
    response: [160, 242],
    out: [30, 78, 30, 10, 290, 10, 290, 78],
    back: [290, 224, 290, 276, 30, 276, 30, 224],
    letters: 46,
    marks: [
      [104, 132],
      [38, 40],
      [250, 76],
      [282, 252],
      [120, 176],
    ],
  },
];

/** The curve with a tip at its end. */
function arrow([x1, y1, x2, y2, x3, y3, x, y]: Way): string {
  const angle = Math.atan2(y - y3, x - x3);
  const barb = (turn: number) =>
    [x - 12 * Math.cos(angle + turn), y - 12 * Math.sin(angle + turn)].map(Math.round).join(" ");
  return `M${x1} ${y1}C${x2} ${y2} ${x3} ${y3} ${x} ${y}M${barb(0.5)}L${x} ${y}L${barb(-0.5)}`;
}

/** Widths and heights of the books on the two boards; the one that is asked for is marked by a height of 0. */
const boards = [
  {
    y: 105,
    sizes: [
      [24, 70],
      [18, 62],
      [30, 78],
      [20, 56],
      [26, 74],
      [16, 66],
      [22, 60],
      [28, 72],
    ],
  },
  {
    y: 207,
    sizes: [
      [28, 76],
      [20, 66],
      [24, 82],
      [34, 0],
      [30, 70],
      [18, 78],
      [26, 62],
      [20, 74],
    ],
  },
] as const;

const books = boards.flatMap(({ y, sizes }) => {
  let right = 22;
  return sizes.map(([width, height]) => {
    const left = right + 7;
    right = left + width;
    return { d: `M${left} ${y}v${-(height || 70)}h${width}V${y}`, isAskedFor: height === 0 };
  });
});

const slip = html`<path class="sheet" d="M-96-34H82L96-20V34H-96Z"/><path d="M82-34V-20H96"/>`;

/** What the picture shows: the link that is pressed, and the first words of the two messages. */
export interface Picture {
  readonly link: string;
  readonly request: string;
  readonly response: string;
}

function drawing(each: Arrangement, picture: Picture): Html {
  const { name, width, height, scale, window, shelf, request, response, out, back, letters, marks } = each;
  const place = ([x, y]: Point): string => `translate(${x} ${y})`;
  /** A slip that travels a way, past its own place: where it begins and ends, seen from there. */
  const ends = (way: Way, [x, y]: Point): string => [way[0] - x, way[1] - y, way[6] - x, way[7] - y].join(" ");
  const pointer = link[0] + picture.link.length * letters * 0.46 + 6;
  const below = (y: number): number => y + 230 * scale + (scale < 1 ? 20 : 24);
  return html`<svg class="${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true">
<g data-actor="client"><path d="${arrow(out)}"/>
<g transform="${place(window)} scale(${scale})">
<rect class="sheet" width="300" height="230" rx="10"/>
<path class="tint" d="M0 42V10A10 10 0 0 1 10 0H290A10 10 0 0 1 300 10V42Z"/>
<rect class="sheet" x="44" y="11" width="212" height="20" rx="10"/>
<path class="words" d="M28 70H196M28 164H258M28 186H226M28 208H150"/><text class="link" x="${link[0]}" y="${link[1]}" font-size="${letters}">${picture.link}</text>
<path class="solid pointer" d="M${pointer} 116l30 30-13 1 8 17-7 3-8-17-10 9z"/>
<g class="page"><rect class="sheet" x="14" y="150" width="272" height="70" stroke="none"/>
<path class="solid" d="M28 216V152H74V216Z"/>
<path class="title" d="M38 168H64M38 178H56"/>
<path class="drawn" d="M90 158H228M90 176H236M90 194H214M90 212H228"/></g></g>
<text class="side" x="${window[0]}" y="${below(window[1])}">Client</text></g>
<g data-actor="server"><path d="${arrow(back)}"/>
<g class="shelf" transform="${place(shelf)} scale(${scale})"><path class="sheet" d="M0 230V34Q150-30 300 34V230Z"/>${books.map(
    ({ d, isAskedFor }, index) =>
      isAskedFor
        ? html`<path class="taken" d="${d}"/><path class="solid book" d="${d}"/>`
        : html`<path class="${index % 3 === 1 ? "solid" : "tint"}" d="${d}"/>`,
  )}<path d="M14 106H286M14 208H286"/></g>
<text class="side end" x="${shelf[0] + 300 * scale}" y="${below(shelf[1])}">Server</text></g>
<g data-actor="client" class="request" transform="${place(request)} rotate(-3)"><g data-ends="${ends(out, request)}">${slip}
<text class="start-line" x="-80" y="-2">${picture.request}</text><path class="words" d="M-78 17H40"/></g></g>
<g data-actor="server" class="response" transform="${place(response)} rotate(2)"><g data-ends="${ends(back, response)}">${slip}
<text class="start-line" x="-80" y="-2">${picture.response}</text><path class="words" d="M-78 17H0"/>
<path class="solid" d="M32 22V-50H66V22Z"/><path class="title" d="M41-34H57M41-26H52"/></g></g>
<g class="lost" data-actor="client" transform="${place([out[6] - 20 * scale - 14, out[7] - 30 * scale - 14])}"><path d="M-12-12L12 12M12-12L-12 12"/></g>
${marks.map(
  ([x, y], index) =>
    html`<g class="stage-mark" data-actor="${index === 2 || index === 3 ? "server" : "client"}" transform="${place([x, y])}">
<circle r="${scale < 1 ? 11 : 15}"/><text y="${scale < 1 ? 5 : 6}">${index + 1}</text></g>`,
)}</svg>`;
}

/** The picture at the head of a lesson, with a sentence for each stage: what it is without a script. */
export function firstCycleView(config: FirstCycleConfig, { tag, id, must }: Whole): Html {
  const { link, target, invitation, response, sentences } = config;
  return html`<${tag} class="wide" data-state="still" data-client="${id}"${must && html` data-must`} data-link="${link}" data-target="${target}" data-invitation="${invitation}">
<div class="scene">${pictureView({ link, request: `GET ${target}`, response })}</div>
<div class="captions"><ol>${sentences.map((sentence) => html`<li>${built(sentence)}</li>`)}</ol></div>
</${tag}>`;
}

/** The picture, in the arrangement for either width. */
function pictureView(picture: Picture): Html {
  return html`<div role="img" aria-label="${[
    `Left, the client: a browser window with the link ${picture.link}.`,
    `A slip that reads ${picture.request} goes out from it to the right.`,
    "Right, the server: a library’s shelf with one book taken out.",
    `The book comes back to the left, with a slip that reads ${picture.response}.`,
  ].join(" ")}">${arrangements.map((each) => drawing(each, picture))}</div>`;
}
