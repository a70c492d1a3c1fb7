/** The answer: large, calm, first; and the cards under it. */

export const ANSWER = `
.kicker { color: var(--muted); font-size: 0.875rem; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.6rem); font-weight: 700; letter-spacing: -0.02em; line-height: 1.2; overflow-wrap: anywhere; }
h1 .pick { box-shadow: inset 0 -0.11em 0 var(--own); }
.lead { display: grid; gap: 0.5rem; max-width: 46rem; }
.verdict { font-size: 1.0625rem; line-height: 1.5; }
.asked { color: var(--muted); font-size: 0.875rem; line-height: 1.7; }
.term { min-height: 24px; border: 0; background: none; border-radius: 3px; padding: 0; font-size: inherit; color: var(--text); text-decoration: underline solid var(--edge); text-underline-offset: 0.25em; }
.term.assumed { text-decoration-style: dotted; } button.term:hover { background: var(--soft); }
.excluded { font-size: 0.9375rem; display: grid; gap: 0.25rem; }
.cards { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--gap); margin-top: 1.1rem; }
.block { border-top: 1px solid var(--line); padding-top: 0.45rem; margin-top: 0.45rem; }
.block-head { display: flex; flex-wrap: wrap; gap: 0 0.75rem; justify-content: space-between; font-size: 0.8125rem; }
.row { display: grid; grid-template-columns: minmax(3.5rem, 5rem) minmax(0, 1fr) 4.5rem; gap: 0.75rem; align-items: center; font-size: 0.8125rem; min-height: 24px; }
.lanes { display: grid; grid-template-columns: minmax(3rem, max-content) minmax(3rem, 1fr) minmax(0, max-content); gap: 0.25rem 0.75rem; align-items: center; font-size: 0.8125rem; } .lane { display: contents; }
.row .name, .lane .name, .change .name { overflow-wrap: anywhere; } .row .name .whole { white-space: normal; }
.row > :last-child, .lane .value { text-align: right; font-variant-numeric: tabular-nums; }
.row > .door { font-weight: 650; justify-self: end; }
.door { text-align: inherit; min-height: 24px; min-width: 24px; border: 0; border-radius: 3px; background: none; padding: 0 0.1rem; font-size: inherit; color: inherit; text-decoration: underline; text-decoration-color: var(--edge); text-decoration-style: dotted; text-underline-offset: 0.2em; cursor: pointer; font-variant-numeric: tabular-nums; }
button.door:hover { background: var(--soft); text-decoration-style: solid; }
.sum { grid-template-columns: minmax(3.5rem, 5rem) minmax(0, 1fr) auto; } .sum .dim { font-size: 0.75rem; }
svg { display: block; overflow: visible; }
svg .ground { fill: var(--soft); }
svg .measured, svg .filled { fill: var(--own); } svg .unmeasured { fill: none; stroke: var(--own); stroke-width: 1.5; stroke-dasharray: 3 3; }
svg .range { stroke: var(--text); stroke-opacity: 0.45; stroke-width: 3; stroke-linecap: round; }
svg .need { stroke: var(--text); stroke-width: 2; }
svg .fading { fill: var(--own); fill-opacity: 0.35; } svg .next { stroke: var(--own); stroke-width: 8; stroke-dasharray: 5 4; }
.hundred { width: 100%; max-width: 20rem; height: auto; }
.key { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: 0.8125rem; margin-top: 0.4rem; }
.changes-chart { display: grid; }
.change { display: grid; grid-template-columns: minmax(0, 10.75rem) minmax(0, 1fr) minmax(0, 13rem); gap: 0.1rem 1rem; align-items: center; font-size: 0.8125rem; min-height: 1.75rem; }
.change .name { text-align: left; font-weight: 600; } button.name { min-height: 24px; border: 0; background: none; padding: 0; border-radius: 3px; text-decoration: underline dotted var(--edge); text-underline-offset: 0.2em; }
.change .held { fill: var(--own); } .change .taken { fill: var(--own); fill-opacity: 0.3; } .change .today { stroke: var(--text); stroke-width: 1.5; }
.change .mark { fill: var(--surface); stroke: var(--own); stroke-width: 2.5; }
.axis text { font-size: 0.75rem; fill: var(--muted); }
.changes-chart + .points { margin-top: 0.5rem; }
.remarks summary { padding: 0; }
.ending { display: none; font-weight: 600; }
@media screen and (max-width: 47.99rem) {
  #answer { display: grid; gap: 0.5rem; } .lead { display: contents; } .asked, .remarks { order: 2; } .cards { order: 1; margin-top: 0.4rem; }
  .ending { display: block; } #scorecard > .note { display: none; } .verdict { font-size: 1rem; }
}
@media (max-width: 39.99rem) {
  .change { grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr); padding: 0.2rem 0; } .change .becomes { text-align: right; }
  .change > svg { grid-column: 1 / -1; grid-row: 2; } .change.axis > svg { grid-row: 1; } .change.axis > span { display: none; }
}
@media (min-width: 48rem) {
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: stretch; }
  #scorecard { grid-row: span 2; } #changes { grid-column: 1 / -1; }
  .cards:not(:has(#scorecard)) #ends { grid-column: 1 / -1; }
  .cards:not(:has(#sureness)) #ends { grid-row: span 2; }
}
`;
