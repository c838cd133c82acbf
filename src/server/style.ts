/** The style sheet of library.example. */
export const style = `:root {
  color-scheme: light dark;
  font: 1rem/1.5 Georgia, serif;
}
body {
  max-width: 38rem;
  margin: auto;
  padding: 1rem;
  color: light-dark(#2a2118, #efe6d8);
  background: light-dark(#fffaf2, #1d1914);
  overflow-wrap: anywhere;
}
nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
}
a, button {
  color: light-dark(#8a4b08, #f2b366);
}
a {
  display: inline-block;
}
h1 {
  line-height: 1.2;
}
img {
  max-width: 100%;
  height: auto;
}
input, button {
  font: inherit;
  max-width: 100%;
  box-sizing: border-box;
}
`;
