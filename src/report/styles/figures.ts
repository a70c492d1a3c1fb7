/** Charts, the comparison, what to take away, and sources. */

export const FIGURES = `
#charts h2, #comparison h2, #requirements h2 { margin-bottom: 1rem; }
.figures { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
.says { color: var(--muted); font-size: 0.875rem; margin-top: 0.25rem; max-width: 62ch; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; font-size: 0.8125rem; margin-top: 0.6rem; }
.legend:empty { display: none; }
.legend span { display: inline-block; width: 0.7rem; height: 0.7rem; border-radius: 3px; margin-right: 0.4rem; background: var(--swatch); }
.swatch-cost { --swatch: var(--cost); } .swatch-latency { --swatch: var(--latency); } .swatch-quality { --swatch: var(--quality); }
.swatch-model-1 { --swatch: var(--model-1); } .swatch-model-2 { --swatch: var(--model-2); } .swatch-model-3 { --swatch: var(--model-3); }
.swatch-model-4 { --swatch: var(--model-4); } .swatch-model-5 { --swatch: var(--model-5); } .swatch-model-6 { --swatch: var(--model-6); }
.drawing { margin: 1rem 0 0.75rem; min-width: 0; }
.drawing .narrow { display: none; }
@media (max-width: 47.99rem) { .drawing .narrow { display: block; } .drawing .wide { display: none; } }
.plot { display: block; max-width: 100%; height: auto; overflow: visible; font-family: var(--text-font); margin: 0 auto; }
.plot text, .plot tspan { white-space: pre; }
#chart-weight-triangle .plot { margin: 0 auto; }
.figures-table { margin-top: 0.5rem; }
.lead { color: var(--muted); margin-bottom: 1.25rem; max-width: 62ch; }
.group { border-top: 1px solid var(--line); }
.group:last-child { border-bottom: 1px solid var(--line); }
.group > summary { display: flex; align-items: baseline; gap: 1rem; width: 100%; padding: 0.85rem 0; color: inherit; }
.group > summary::-webkit-details-marker { display: none; }
.group > summary::before { content: "+"; color: var(--muted); width: 0.75rem; }
.group[open] > summary::before { content: "−"; }
.group > summary h3 { flex: 1; }
.group > summary .dim { text-align: right; }
.group[open] { padding-bottom: 1.25rem; }
.side-by-side tr:has(+ .remarks) > * { border-bottom: 0; padding-bottom: 0; }
.remarks td { color: var(--muted); font-size: 0.8125rem; line-height: 1.5; padding-top: 0.15rem; }
.remarks p { max-width: 80ch; } .remarks p + p { margin-top: 0.25rem; } .remarks strong { font-weight: 600; }
.side-by-side { table-layout: fixed; }
.side-by-side thead th:nth-child(1) { width: 34%; }
.side-by-side thead th { color: var(--own, var(--muted)); font-weight: 600; white-space: normal; }
.side-by-side td, .side-by-side th { overflow-wrap: anywhere; }
.side-by-side .unit { display: block; color: var(--muted); font-weight: 400; font-size: 0.8125rem; }
.remark { display: block; color: var(--muted); font-weight: 400; font-size: 0.8125rem; line-height: 1.45; margin-top: 0.15rem; }
.difference { color: var(--muted); } .favoured { font-weight: 650; }
.badge { display: inline-block; font-size: 0.75rem; font-weight: 400; color: var(--muted); border: 1px solid var(--line); border-radius: 999px; padding: 0 0.45rem; white-space: nowrap; }
.claims { margin-top: 0.75rem; }
.claims table { margin-top: 0.5rem; font-size: 0.8125rem; min-width: 44rem; }
.takeaway { display: grid; gap: 1.25rem; }
.takeaway-text { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0.5rem; align-items: center; }
.takeaway-text pre { grid-column: 1 / -1; overflow-x: auto; background: var(--soft); border-radius: 8px; padding: 0.8rem 1rem; line-height: 1.5; }
#command { white-space: pre-wrap; overflow-wrap: anywhere; }
.copied { color: var(--good); font-size: 0.8125rem; } .copied:empty { display: none; }
#command-note:empty { display: none; }
.sources { display: grid; gap: 0.6rem; font-size: 0.875rem; margin-top: 0.75rem; }
@media (max-width: 47.99rem) {
  .side-by-side, .side-by-side tbody { display: block; }
  .side-by-side thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .side-by-side tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.35rem 1rem; padding: 0.8rem 0; border-bottom: 1px solid var(--line); }
  .side-by-side tr:last-child { border-bottom: 0; }
  .side-by-side tr > * { border: 0; padding: 0; }
  .side-by-side tr > th, .side-by-side .difference, .side-by-side .remarks > td { grid-column: 1 / -1; }
  .side-by-side tr:has(+ .remarks) { border-bottom: 0; padding-bottom: 0; }
  .side-by-side .remarks > td::before { content: none; }
  .side-by-side .difference:empty { display: none; }
  .side-by-side td:not(.difference)::before { content: attr(data-head); display: block; color: var(--muted); font-weight: 400; font-size: 0.75rem; }
}
`;
