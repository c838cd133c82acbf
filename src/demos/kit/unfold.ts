/** Open whatever is folded around an element; true where something was. */
export function unfold(element: Element): boolean {
  const folds: HTMLDetailsElement[] = [];
  for (let each = element.closest("details"); each; each = each.parentElement?.closest("details") ?? null) {
    if (!each.open) folds.push(each);
  }
  for (const fold of folds) fold.open = true;
  return folds.length > 0;
}
