/** The page: its colours in light, in dark and on paper, its measure, its type, and the order of its parts. */

// Colours in light, in dark and on paper. Text and ground have a contrast of at least 4.5; hue means a model, only.

/** Told apart by all kinds of sight: CIEDE2000 of 15 or more between any two, for usual sight and three kinds of blindness. */
export const HUES = {
  light: ["#1d52b9", "#b35600", "#7c6780", "#1b3053", "#332e2d", "#623311"],
  dark: ["#87a8f8", "#ed8c45", "#b193a4", "#55edb6", "#d3dbee", "#fff660"],
} as const;

function hues(scheme: keyof typeof HUES): string {
  return HUES[scheme].map((hue, place) => `--model-${place + 1}: ${hue};`).join(" ");
}

const LIGHT = `
  color-scheme: light;
  --page: #f7f7f4; --surface: #ffffff; --text: #1b1d21; --muted: #595e67; --line: #dfdfd8; --edge: #8b8f96;
  --soft: #efefea; --alert-ground: #f4f1e6; --on-hue: #ffffff;
  --model-other: #6f747c; ${hues("light")}`;

const DARK = `
  color-scheme: dark;
  --page: #131417; --surface: #1b1d21; --text: #ececea; --muted: #a6abb3; --line: #33363d; --edge: #767b84;
  --soft: #282b31; --alert-ground: #26241c; --on-hue: #131417;
  --model-other: #90959e; ${hues("dark")}`;

export const THEME = `
:root {${LIGHT}
  --text-font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --code-font: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  --thumb: 18px; --gap: 1rem;
}
@media (prefers-color-scheme: dark) { @media screen { :root {${DARK}
} } }
${[1, 2, 3, 4, 5, 6, "other"].map((name) => `.model-${name} { --own: var(--model-${name}); }`).join(" ")}
`;

export const BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { font: 16px/1.5 var(--text-font); color: var(--text); background: var(--page); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 79rem; padding: 0 1rem 6rem; }
main { overflow-anchor: none; }
h1, h2, h3, p, ul, dl, dd, figure, pre, fieldset { margin: 0; padding: 0; border: 0; }
ul { list-style: none; }
h2 { font-size: 1.0625rem; font-weight: 650; letter-spacing: -0.005em; line-height: 1.35; }
h3 { font-size: 0.9375rem; font-weight: 650; line-height: 1.4; }
code, pre { font-family: var(--code-font); font-size: 0.8125rem; }
a { color: inherit; text-underline-offset: 0.15em; overflow-wrap: anywhere; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; border-radius: 4px; }
.dim, .note { color: var(--muted); } .note { font-size: 0.8125rem; }
.whole { white-space: nowrap; } bdi { unicode-bidi: isolate; }
.good, .accent, .strong { font-weight: 600; } .warning, .bad { font-weight: 600; }
.hued { color: var(--own); font-weight: 600; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; min-width: 0; overflow-wrap: anywhere; }
.card > h2 + *, .card > .note + * { margin-top: 0.6rem; } .card > h2 + .note { margin-top: 0.1rem; }
.top { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding: 0.9rem 0; border-bottom: 1px solid var(--line); font-size: 0.875rem; }
.brand { font-weight: 650; margin-right: auto; white-space: nowrap; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.4rem; }
button { border: 1px solid var(--line); border-radius: 999px; background: var(--surface); padding: 0.25rem 0.8rem; font-size: 0.8125rem; cursor: pointer; }
button:hover:enabled { border-color: var(--edge); } button:disabled { display: none; }
footer { margin-top: 2rem; font-size: 0.8125rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; padding-top: 1.25rem; }
main > section, main > details { min-width: 0; }
details > summary { cursor: pointer; color: var(--muted); font-size: 0.8125rem; padding: 0.25rem 0; width: fit-content; }
details > summary:hover { color: var(--text); text-decoration: underline; }
.part, .account { border-top: 1px solid var(--line); } .part > summary, .account > summary { width: 100%; padding: 0.7rem 0; font-size: 0.9375rem; color: var(--text); font-weight: 600; }
.part > * + *, .account > * + *, .door-content > * + * { margin-top: 0.75rem; }
.part[open], .account[open] { padding-bottom: 1rem; }
#accounts { display: grid; grid-template-columns: minmax(0, 1fr); } #accounts:empty, #leaving:empty { display: none; }
.scroll, .wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 500; white-space: nowrap; } tbody th { font-weight: 500; }
.number { text-align: right; } th.number:last-child, td.number:last-child { padding-right: 0; }
.notes { display: grid; gap: 0.6rem; font-size: 0.9375rem; } .notes dt { color: var(--muted); font-size: 0.8125rem; }
.points { display: grid; gap: 0.3rem; font-size: 0.875rem; }
.points li { padding-left: 0.9rem; position: relative; }
.points li::before { content: ""; position: absolute; left: 0; top: 0.6em; width: 4px; height: 4px; border-radius: 50%; background: var(--edge); }
.alert { background: var(--alert-ground); border-left: 3px solid var(--text); border-radius: 4px; padding: 0.6rem 0.9rem; font-size: 0.9375rem; }
.alert:empty { display: none; }
@media screen and (max-width: 47.99rem) { .top { padding: 0.5rem 0; flex-wrap: nowrap; } #copy-link, #print, #print-all, .top .dim span { display: none; } .top .buttons { flex: none; } }
@media (min-width: 40rem) { .notes > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 1rem; } .notes dt { padding-top: 0.1rem; } }
@media (min-width: 48rem) { body { padding: 0 2rem 4rem; } .card { padding: 1.1rem 1.25rem; } }
@media (min-width: 64rem) {
  .live main { grid-template-columns: minmax(0, 1fr) 21rem; column-gap: 2rem; }
  .live main > * { grid-column: 1; }
  .static body { max-width: 58rem; }
}
`;
