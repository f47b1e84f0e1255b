// A theme is written once; here it is repeated for readers whose system asks for it.
const SYSTEM = [
  ["dark", "screen and (prefers-color-scheme: dark)"],
  ["contrast", "(prefers-contrast: more) and (prefers-color-scheme: light)"],
];

function declarations(css, theme) {
  const opening = `:root[data-theme="${theme}"] {`;
  const from = css.indexOf(opening);
  if (from < 0) throw new Error(`themes.css has no ${theme} theme`);
  return css.slice(from + opening.length, css.indexOf("}", from));
}

export function withSystemThemes(css) {
  const copies = SYSTEM.map(
    ([theme, query]) => `@media ${query} { :root[data-theme="auto"] {${declarations(css, theme)}} }`,
  );
  return `${css}\n@layer tokens {\n${copies.join("\n")}\n}\n`;
}
