/** The style sheet of library.example. */
export const style = `:root {
  color-scheme: light dark;
  --ink: light-dark(#2a2118, #efe6d8);
  --paper: light-dark(#fffaf2, #1d1914);
  --mark: light-dark(#8a4b08, #f2b366);
  font: 1rem/1.5 Georgia, serif;
}
body {
  max-width: 38rem;
  margin: 0 auto;
  padding: 0 1rem 2rem;
  color: var(--ink);
  background: var(--paper);
  overflow-wrap: anywhere;
}
nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
  padding: .5rem 0;
  border-bottom: 1px solid;
}
h1, h2 { line-height: 1.2; text-wrap: balance; }
a { color: var(--mark); display: inline-block; padding: .1rem 0; }
img { max-width: 100%; height: auto; border-radius: .5rem; }
ul { padding-left: 1.2rem; }
label { display: block; }
input, button {
  font: inherit;
  box-sizing: border-box;
  max-width: 100%;
  padding: .3rem .6rem;
  color: inherit;
  background: transparent;
  border: 1px solid;
  border-radius: .3rem;
}
button { color: var(--paper); background: var(--mark); border-color: var(--mark); cursor: pointer; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
[role=alert] { padding: .5rem 1rem; border-left: .3rem solid var(--mark); }
`;
