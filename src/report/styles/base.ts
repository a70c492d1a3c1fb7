/** The page: its measure, its type, and the order of its parts on narrow and wide screens. */

export const BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { font: 16px/1.55 var(--text-font); color: var(--text); background: var(--page); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 80rem; padding: 0 1rem 3rem; }
h1, h2, h3, p, ul, dl, dd, figure, pre, fieldset { margin: 0; padding: 0; border: 0; }
ul { list-style: none; }
h2 { font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; line-height: 1.3; }
h3 { font-size: 1rem; font-weight: 650; line-height: 1.4; }
code, pre { font-family: var(--code-font); font-size: 0.875em; }
a { color: var(--accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.dim { color: var(--muted); } .good { color: var(--good); } .warning, .bad { color: var(--alert); } .accent { color: var(--accent); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem; }
.top { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: space-between; padding: 1.25rem 0 0; font-size: 0.875rem; }
.brand { font-weight: 650; }
footer { margin-top: 3rem; font-size: 0.8125rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; }
main > section { min-width: 0; }
details > summary { cursor: pointer; color: var(--muted); font-size: 0.875rem; padding: 0.25rem 0; width: fit-content; }
details > summary:hover { color: var(--text); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.9rem 0.45rem 0; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--muted); font-weight: 500; white-space: nowrap; }
tbody th { font-weight: 500; }
.number { text-align: right; } th.number:last-child, td.number:last-child { padding-right: 0; }
.model-1 { --own: var(--model-1); } .model-2 { --own: var(--model-2); } .model-3 { --own: var(--model-3); }
.model-4 { --own: var(--model-4); } .model-5 { --own: var(--model-5); } .model-6 { --own: var(--model-6); }
@media (min-width: 48rem) { body { padding: 0 2rem 4rem; } .card { padding: 1.75rem; } main { gap: 3.5rem; } }
@media (min-width: 64rem) {
  .live main { grid-template-columns: minmax(0, 1fr) 23rem; column-gap: 3rem; }
  .live main > section { grid-column: 1; }
  .static body { max-width: 60rem; }
}
`;
