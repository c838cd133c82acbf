/**
 * Rows as text in columns: the first column stands left, the others, which hold figures, right.
 * @param rows the headings first; a missing cell is empty
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => (column === 0 ? (row[0] ?? "").padEnd(width) : (row[column] ?? "").padStart(width)))
      .join("  ")
      .trimEnd();
  const [headings = [], ...figures] = rows;
  return [line(headings), widths.map((width) => "─".repeat(width)).join("  "), ...figures.map(line)].join("\n");
}
