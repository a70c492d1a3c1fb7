/** The controls: a panel beside the answer, a sheet over the page where it is narrow. */

export const CONTROLS = `
#controls { min-width: 0; }
.panel { display: grid; gap: 0.45rem; font-size: 0.875rem; align-content: start; }
.panel-head { display: grid; grid-template-columns: auto 1fr; gap: 0.1rem 0.75rem; align-items: baseline; }
.panel-head .buttons { justify-content: flex-end; } .panel-head button { min-height: 24px; padding: 0.1rem 0.6rem; font-size: 0.75rem; }
#verdict, #problem, #hues { grid-column: 1 / -1; } #hues { font-size: 0.75rem; color: var(--muted); } #hues:not(:empty)::after { content: "win where their hue is"; }
.swatch { color: var(--text); margin-right: 0.5rem; display: inline-block; } .swatch::before { content: ""; display: inline-block; width: 0.65rem; height: 0.65rem; border-radius: 2px; background: var(--own); margin-right: 0.3rem; } #problem { font-weight: 600; } #problem:empty { display: none; }
.control { min-width: 0; display: grid; gap: 0.35rem; align-content: start; }
.control legend, .choice > label { font-weight: 600; padding: 0; margin-bottom: 0.1rem; font-size: 0.8125rem; }
.chips { display: flex; border: 1px solid var(--edge); border-radius: 7px; overflow: hidden; background: var(--surface); }
.chips label { position: relative; flex: 1 1 auto; cursor: pointer; text-align: center; } .chips label + label { border-left: 1px solid var(--line); }
.chips input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
.chips span { display: block; padding: 0.25rem 0.3rem 0.3rem; font-size: 0.8125rem; box-shadow: inset 0 -4px 0 var(--own, transparent); }
.chips label:hover span { background-color: var(--soft); }
.chips input:checked + span { background-color: var(--text); color: var(--surface); }
.chips input:focus-visible + span { outline: 2px solid var(--text); outline-offset: -4px; }
.slider { min-width: 0; }
.slider-head { display: flex; align-items: baseline; gap: 0.4rem; font-size: 0.8125rem; }
.slider-head label { flex: 1; } .slider-head .unit { color: var(--muted); font-size: 0.75rem; min-width: 1rem; } .slider-head .unit:empty { display: none; }
.slider-head input { width: 5.75rem; text-align: right; border: 1px solid var(--edge); border-radius: 5px; background: var(--surface); min-height: 24px; padding: 0 0.35rem; font-variant-numeric: tabular-nums; }
.slider-head input[aria-invalid] { border: 2px solid var(--text); background: var(--alert-ground); }
.error { font-size: 0.8125rem; font-weight: 600; } .error:empty { display: none; } .error::before { content: "! "; }
.track { position: relative; height: 31px; }
.track .ground { position: absolute; inset: 9px calc(var(--thumb) / 2) 0; pointer-events: none; }
.track .ground::before { content: ""; position: absolute; inset: 0 0 auto; height: 5px; background: var(--line); border-radius: 2px; }
.track svg { position: relative; } .track rect { fill: var(--own); } .track .edge { fill: var(--text); } .track text { fill: var(--muted); font-variant-numeric: tabular-nums; }
.nobody { --own: var(--edge); }
input[type="range"] { position: absolute; inset: 0 0 auto; appearance: none; display: block; width: 100%; height: 24px; margin: 0; background: none; cursor: pointer; }
input[type="range"]::-webkit-slider-runnable-track { height: 24px; background: none; }
input[type="range"]::-moz-range-track { height: 24px; background: none; }
input[type="range"]::-webkit-slider-thumb { appearance: none; width: var(--thumb); height: var(--thumb); margin-top: 3px; border-radius: 50%; background: var(--surface); border: 2px solid var(--text); }
input[type="range"]::-moz-range-thumb { width: var(--thumb); height: var(--thumb); box-sizing: border-box; border-radius: 50%; background: var(--surface); border: 2px solid var(--text); }
.choice { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: 0.75rem; align-items: baseline; min-width: 0; } .choice > p { grid-column: 1 / -1; }
select, input[type="date"], input[type="search"] { width: 100%; min-width: 0; padding: 0.2rem 0.4rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); }
.leaving { font-size: 0.8125rem; } .leaving input[type="date"] { width: auto; }
#triangle { touch-action: none; cursor: grab; user-select: none; width: fit-content; margin: 0 auto; } #triangle:active { cursor: grabbing; }
.region { fill: var(--own); stroke: var(--surface); stroke-width: 1; } .handle { fill: var(--surface); stroke: var(--text); stroke-width: 2.5; } .on-hue { fill: var(--on-hue); pointer-events: none; }
#verdict-bar { display: none; }
@media (scripting: none) { .live #controls, .live .top .buttons, .live #verdict-bar { display: none !important; } }
@media screen and (max-width: 63.99rem) {
  .live #controls { display: none; position: fixed; inset: auto 0 0; z-index: 3; max-height: 62dvh; overflow-y: auto; overscroll-behavior: contain; background: var(--surface); border-top: 1px solid var(--edge); box-shadow: 0 -8px 32px rgb(0 0 0 / 0.18); }
  .live[data-sheet] #controls { display: block; } .live[data-sheet] #verdict-bar { display: none; }
  .panel { border: 0; border-radius: 0; padding-top: 0; gap: 1rem; max-width: 40rem; margin: 0 auto; }
  .panel-head { position: sticky; top: 0; z-index: 1; background: var(--surface); padding: 0.8rem 0 0.5rem; border-bottom: 1px solid var(--line); }
  .live #verdict-bar { display: flex; gap: 1rem; align-items: center; justify-content: space-between; position: fixed; inset: auto 0 0; z-index: 2; background: var(--surface); border-top: 1px solid var(--line); padding: 0.5rem 1rem; font-weight: 600; font-size: 0.875rem; }
  #verdict-bar-text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  #open-sheet { flex: none; background: var(--text); color: var(--surface); border-color: var(--text); }
  .panel button, #open-sheet, .top button { min-height: 44px; padding-inline: 1rem; } .panel .term { min-height: 0; }
  .chips span { padding-block: 0.65rem; } .slider-head input, select, input[type="date"], input[type="search"] { font-size: 1rem; min-height: 44px; }
  input[type="range"] { height: 44px; top: -12px; } input[type="range"]::-webkit-slider-runnable-track { height: 44px; } input[type="range"]::-webkit-slider-thumb { margin-top: 13px; }
  .panel summary, .leaving label { min-height: 44px; align-content: center; }
}
@media screen and (min-width: 64rem) {
  .live #controls { grid-column: 2; grid-row: 1 / span 9; }
  .panel { position: sticky; top: 0.75rem; max-height: calc(100vh - 1.5rem); overflow-y: auto; scrollbar-width: thin; padding: 0.9rem 1.1rem; }
  #close-sheet { display: none; }
}
`;
