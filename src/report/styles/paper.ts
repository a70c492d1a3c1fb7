/** On paper: black on white, no controls, two columns, the traits that differ, at most six pages. */

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
