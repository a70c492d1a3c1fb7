/** The panel of controls. */

export const CONTROLS = `
#controls { min-width: 0; }
.panel { display: grid; gap: 1.5rem; font-size: 0.9375rem; }
.panel-head { display: grid; grid-template-columns: 1fr auto; gap: 0.25rem 0.75rem; align-items: baseline; }
#verdict { grid-column: 1 / -1; font-size: 0.9375rem; }
#problem { grid-column: 1 / -1; color: var(--alert); font-size: 0.875rem; }
#problem:empty { display: none; }
.control { min-width: 0; display: grid; gap: 0.75rem; }
.control legend, .choice > label { font-weight: 600; padding: 0; }
.control legend { margin-bottom: 0.5rem; }
.chips { display: flex; flex-wrap: wrap; gap: 0.35rem; }
.chips label { position: relative; display: block; cursor: pointer; }
.chips input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
.chips span { display: block; padding: 0.28rem 0.7rem; border: 1px solid var(--line); border-radius: 999px; font-size: 0.875rem; }
.chips label:hover span { border-color: var(--muted); }
.chips input:checked + span { background: var(--text); border-color: var(--text); color: var(--surface); }
.chips input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
.slider { min-width: 0; }
.slider-head { display: flex; align-items: baseline; gap: 0.5rem; font-size: 0.875rem; }
.slider-head label { flex: 1; }
.slider-head .unit { color: var(--muted); font-size: 0.8125rem; }
.slider-head .unit:empty { display: none; }
input[type="number"] { width: 6.75rem; text-align: right; border: 1px solid transparent; border-bottom-color: var(--line); background: none; padding: 0.1rem 0.25rem; font-variant-numeric: tabular-nums; appearance: textfield; -moz-appearance: textfield; }
input[type="number"]::-webkit-inner-spin-button { display: none; }
input[type="number"]:hover { border-color: var(--line); border-radius: 4px; }
.track { position: relative; padding-top: 0.15rem; }
input[type="range"] { appearance: none; display: block; width: 100%; height: 26px; margin: 0; background: none; cursor: pointer; }
input[type="range"]::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: var(--line); }
input[type="range"]::-moz-range-track { height: 4px; border-radius: 2px; background: var(--line); }
input[type="range"]::-webkit-slider-thumb { appearance: none; width: var(--thumb); height: var(--thumb); margin-top: -7px; border-radius: 50%; background: var(--surface); border: 2px solid var(--text); }
input[type="range"]::-moz-range-thumb { width: var(--thumb); height: var(--thumb); border-radius: 50%; background: var(--surface); border: 2px solid var(--text); }
.marks { position: absolute; inset: 0 calc(var(--thumb) / 2); pointer-events: none; }
.marks i { position: absolute; left: calc(var(--at) * 100%); top: 4px; width: 2px; height: 22px; margin-left: -1px; border-radius: 1px; background: var(--change); }
.changes { color: var(--change); font-size: 0.8125rem; line-height: 1.4; }
.changes:empty { display: none; } .changes.none { color: var(--muted); }
.choice { display: grid; gap: 0.35rem; min-width: 0; }
.slider ~ .choice > label { font-weight: 400; font-size: 0.875rem; }
select { width: 100%; padding: 0.4rem 0.5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
button { border: 1px solid var(--line); border-radius: 999px; background: var(--surface); padding: 0.25rem 0.8rem; font-size: 0.8125rem; cursor: pointer; }
button:hover:enabled { border-color: var(--muted); }
button:disabled { color: var(--muted); cursor: default; visibility: hidden; }
@media (max-width: 63.99rem) {
  .panel-head { position: sticky; top: 0; z-index: 1; margin: -1.25rem -1.25rem 0; padding: 0.9rem 1.25rem 0.75rem; background: var(--surface); border-bottom: 1px solid var(--line); border-radius: 14px 14px 0 0; }
}
@media (min-width: 48rem) and (max-width: 63.99rem) {
  .panel { grid-template-columns: 1fr 1fr; gap: 2rem; }
  .panel-head { grid-column: 1 / -1; margin: -1.75rem -1.75rem 0; padding: 1.25rem 1.75rem 0.9rem; }
}
@media (min-width: 64rem) {
  #controls { grid-column: 2; grid-row: 1 / span 5; padding-top: 1.5rem; }
  .panel { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; scrollbar-width: thin; padding: 1.5rem; }
}
`;
