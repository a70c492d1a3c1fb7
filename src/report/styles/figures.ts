/** Styles of charts, the comparison, what opens, what to take away and sources; and all of it on paper. */

export const PAPER = `
@media print {
  @page { size: A4; margin: 12mm 10mm; }
  html { font-size: 8.5pt; background: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  :root { --page: #ffffff; }
  .live main { display: block; padding-top: 0.5rem; }
  main > section, main > details { margin-top: 0.9rem; }
  #controls, button:not(.door, .term, .name), .copied, .toolbar, #verdict-bar, #door, noscript { display: none !important; }
  html:not([data-print="all"]) :is(#accounts, #words, .card details, .remarks details, .claims, .side-by-side .remarks) { display: none !important; }
  .cards, #charts { grid-template-columns: repeat(2, minmax(0, 1fr)); } #scorecard { grid-row: span 2; } #changes { grid-column: 1 / -1; }
  .card { padding: 0.7rem 0.9rem; break-inside: avoid; } tr, .alert, .takeaway-text { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .scroll, .wide, pre, #comparison-table { overflow: visible; max-height: none; border: 0; }
  .side-by-side { font-size: 7.5pt; } .side-by-side th, .side-by-side td { position: static !important; padding: 0.12rem 0.5rem; min-width: 0; }
  .static .side-by-side .same { display: none; }
  .drawing svg { max-width: 24rem; }
  .door { text-decoration: none; } a { color: inherit; }
  #sources { font-size: 7.5pt; } #sources > summary { font-weight: 600; } #sources::details-content { content-visibility: visible; height: auto; } #sources .sources { columns: 2; display: block; } #sources li { break-inside: avoid; }
  #requirements .takeaway-text:last-of-type { display: none; }
}
`;

export const FIGURES = `
#charts { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--gap); }
@media (min-width: 48rem) { #charts { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
figure.card { display: flex; flex-direction: column; } figure .drawing { margin: 0.75rem 0 0.5rem; min-width: 0; }
.drawing svg { width: 100%; height: auto; max-width: 30rem; margin: 0 auto; }
.plot { font-family: var(--text-font); overflow: hidden; } .plot text { fill: var(--text); } .plot .tick, .plot .quiet { fill: var(--muted); } .plot .hued { fill: var(--own); }
.plot .on-hue { fill: var(--on-hue); }
.plot text:not(.on-hue) { paint-order: stroke; stroke: var(--surface); stroke-width: 3px; stroke-linejoin: round; }
.plot .grip { stroke: transparent; stroke-width: 24; cursor: ew-resize; touch-action: none; } .static .plot .grip { display: none; }
.plot .grid { stroke: var(--line); stroke-opacity: 0.7; } .plot .axis { stroke: var(--edge); stroke-opacity: 0.6; } .plot .leader { stroke: var(--edge); stroke-width: 0.75; }
.plot .line { stroke: var(--own); stroke-width: 2.25; } .plot .limit { stroke: var(--text); stroke-dasharray: 5 4; } .plot .now { stroke: var(--edge); }
.plot .zone { fill: var(--own); fill-opacity: 0.1; } .plot .nobody { fill: var(--edge); fill-opacity: 0.12; } .plot .short { fill: var(--soft); } .plot .beyond { fill: var(--edge); fill-opacity: 0.18; }
.plot .hollow { fill: var(--surface); stroke: var(--own); stroke-width: 1.5; } .plot .ring { fill: none; stroke: var(--own); stroke-width: 1.5; }
.plot .interval { stroke: var(--own); stroke-opacity: 0.35; stroke-width: 7; stroke-linecap: round; } .plot .guessed { stroke-width: 2; stroke-dasharray: 3 4; stroke-opacity: 0.8; }
.plot .front { fill: none; stroke: var(--edge); stroke-dasharray: 2 3; } .plot .journey { fill: none; stroke: var(--own); stroke-opacity: 0.6; }
.bill { padding-top: 0.4rem; } .bill + .bill { border-top: 1px solid var(--line); margin-top: 0.4rem; }
.bill-lines { font-size: 0.8125rem; } .bill-lines li { display: grid; grid-template-columns: minmax(3.5rem, 5.5rem) minmax(0, 1fr) max-content; gap: 0.75rem; font-variant-numeric: tabular-nums; }
#comparison > .note { margin: 0.15rem 0 0.6rem; max-width: 46rem; }
.toolbar { display: flex; flex-wrap: wrap; gap: 0.6rem; margin-bottom: 0.6rem; } .toolbar .chips span { padding: 0.25rem 0.7rem; } .toolbar input[type="search"] { width: 14rem; max-width: 100%; }
small { font-size: 0.75rem; opacity: 0.75; }
#comparison-table { max-height: 80vh; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); } #comparison-table:empty { min-height: 12rem; }
.side-by-side { border-collapse: separate; border-spacing: 0; }
.side-by-side th, .side-by-side td { padding: 0.4rem 0.75rem; min-width: 6.5rem; } .side-by-side th:first-child { min-width: 10rem; max-width: 16rem; }
.side-by-side thead th { position: sticky; top: 0; z-index: 2; background: var(--surface); white-space: normal; } .side-by-side thead th.hued { color: var(--own); font-weight: 600; }
.side-by-side tbody th[scope="row"] { position: sticky; left: 0; z-index: 1; background: var(--surface); } .side-by-side thead th:first-child { left: 0; z-index: 3; }
.side-by-side .group th { background: var(--soft); font-weight: 650; }
.side-by-side tr:has(+ .remarks) > * { border-bottom: 0; padding-bottom: 0; }
.side-by-side .remarks td { color: var(--muted); font-size: 0.8125rem; padding-top: 0.15rem; } .side-by-side .remarks p { max-width: 44rem; } .remarks strong { font-weight: 600; }
.unit { color: var(--muted); } .side-by-side .unit { display: block; font-weight: 400; font-size: 0.75rem; }
.remark { display: block; color: var(--muted); font-size: 0.8125rem; line-height: 1.45; margin-top: 0.15rem; }
.difference { color: var(--muted); } .favoured { font-weight: 650; }
.badge { display: inline-block; font-size: 0.75rem; font-weight: 400; color: var(--muted); border: 1px solid var(--line); border-radius: 999px; padding: 0 0.45rem; white-space: nowrap; }
.claims table { margin-top: 0.5rem; font-size: 0.8125rem; min-width: 44rem; }
#door { width: min(46rem, calc(100vw - 2rem)); max-height: 85vh; padding: 0; border: 1px solid var(--edge); border-radius: 12px; background: var(--surface); color: var(--text); overflow: auto; }
#door::backdrop { background: rgb(0 0 0 / 0.35); } .door-content { padding: 0 1.25rem 1.25rem; }
.door-head { position: sticky; top: 0; display: flex; justify-content: space-between; align-items: center; background: var(--surface); padding: 0.9rem 0 0.6rem; border-bottom: 1px solid var(--line); }
.takeaway { display: grid; gap: 1rem; margin-top: 0.6rem; }
.takeaway-text { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0.5rem; align-items: center; }
.takeaway-text pre { grid-column: 1 / -1; overflow-x: auto; background: var(--soft); border-radius: 8px; padding: 0.7rem 0.9rem; line-height: 1.5; }
#command { white-space: pre-wrap; overflow-wrap: anywhere; } .copied { font-size: 0.8125rem; } .copied:empty, #command-note:empty { display: none; }
.sources { display: grid; gap: 0.6rem; font-size: 0.875rem; }
@media screen and (max-width: 39.99rem) {
  #leaving table, #leaving tbody, #leaving tr { display: block; } #leaving thead { display: none; }
  #leaving tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.1rem 0.75rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  #leaving tbody th { grid-column: 1 / -1; } #leaving tbody :is(th, td) { border: 0; padding: 0; text-align: left; white-space: normal; }
  #leaving td::before { content: attr(data-label); display: block; color: var(--muted); font-size: 0.75rem; }
}
@media screen and (max-width: 47.99rem) { .side-by-side th, .side-by-side td { padding: 0.35rem 0.5rem; min-width: 5.5rem; } .side-by-side th:first-child { min-width: 7rem; max-width: 9rem; } }
@media (forced-colors: active) {
  svg, .swatch::before, .chips span, .track .ground, h1 .pick { forced-color-adjust: none; }
  .chips span { background-color: Canvas; color: CanvasText; } .chips input:checked + span { background-color: Highlight; color: HighlightText; outline: 2px solid CanvasText; outline-offset: -2px; } .chips input:checked + span::before { content: "✓ "; }
  :root { --text: CanvasText; --muted: CanvasText; --surface: Canvas; --soft: Canvas; --line: GrayText; --edge: GrayText; }
  .alert, input[type="range"]::-webkit-slider-thumb { border: 2px solid CanvasText; }
}
`;
