/** The pictures of library.example, by file name. */
export const pictures: ReadonlyMap<string, string> = new Map([
  ["old-books.svg", shelves("#f3dfb8", "#a33b2e", "#2f5d7c")],
  ["new-books.svg", shelves("#cfe0e6", "#4c7a45", "#c98a1b")],
]);

/** Books on two shelves: each line of dashes is a row of spines. */
function shelves(wall: string, spines: string, others: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160">
<path fill="${wall}" d="M0 0h320v160H0z"/>
<path stroke="#7a4a1e" stroke-width="6" d="M20 77h280M20 137h280"/>
<path stroke="${spines}" stroke-width="44" stroke-dasharray="12 18 8 22" d="M28 52h264M40 112h252"/>
<path stroke="${others}" stroke-width="36" stroke-dasharray="10 18 16 16" d="M42 56h250M26 116h266"/>
</svg>
`;
}
