// Escape puts away the definition that a term shows under the pointer or in focus, until the term is next reached.
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const term of document.querySelectorAll(".term:is(:hover, :focus-within)")) {
    term.classList.add("dismissed");
    const reset = (): void => term.classList.remove("dismissed");
    for (const left of ["pointerleave", "focusout"]) term.addEventListener(left, reset, { once: true });
  }
});
