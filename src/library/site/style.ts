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
a {
  display: inline-block;
  color: light-dark(#8a4b08, #f2b366);
}
h1 {
  line-height: 1.2;
}
img {
  max-width: 100%;
  height: auto;
  border-radius: 6px;
}
ul {
  padding-left: 1.2rem;
}
input, button {
  display: block;
  box-sizing: border-box;
  width: 100%;
  max-width: 20rem;
  padding: .4rem .8rem;
  font: inherit;
  border: 1px solid;
  border-radius: 6px;
}
button {
  width: auto;
  color: light-dark(#fffaf2, #1d1914);
  background: light-dark(#8a4b08, #f2b366);
}
`;
