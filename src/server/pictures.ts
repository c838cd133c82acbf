/** The pictures of library.example, by file name. */
export const pictures: ReadonlyMap<string, string> = new Map([
  [
    "reading-room.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160">
<path fill="#f3dfb8" d="M0 0h320v160H0z"/>
<path fill="#7a4a1e" d="M20 20h180v6H20zm0 50h180v6H20zm0 50h180v6H20z"/>
<path fill="#a33b2e" d="M30 32h12v38H30zm60 50h14v38H90zm70-50h10v38h-10z"/>
<path fill="#2f5d7c" d="M44 28h10v42H44zm70 4h16v38h-16zM30 86h16v34H30zm100-4h12v38h-12z"/>
<path fill="#4c7a45" d="M56 36h14v34H56zm82-6h12v40h-12zM56 80h12v40H56zm100 6h18v34h-18z"/>
<path fill="#fff3c4" d="m232 60 56 0 14 60h-84z"/>
<path fill="#2f5d7c" d="M244 36h32l12 26h-56z"/>
<path fill="#5b3716" d="M257 62h6v58h-6zm-47 58h100v10H210zm10 10h8v30h-8zm72 0h8v30h-8z"/>
</svg>
`,
  ],
  [
    "book.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160">
<path fill="#cfe0e6" d="M0 0h320v160H0z"/>
<path fill="#7a4a1e" d="M48 36h224v100H48z"/>
<path fill="#fffaf2" d="M160 40q-50-24-104-8v92q54-14 104 8 50-22 104-8V32q-54-16-104 8z"/>
<path fill="none" stroke="#b9a98f" stroke-width="3" d="M160 40v92M72 52q36-8 72 4M72 72q36-8 72 4M72 92q36-8 72 4M176 56q36-12 72-4M176 76q36-12 72-4M176 96q36-12 72-4"/>
</svg>
`,
  ],
]);
