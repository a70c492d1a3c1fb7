/** The answer: large, calm, first. */

export const ANSWER = `
#answer { padding-top: 1.5rem; }
.headline { margin-bottom: 1.75rem; }
h1 { font-size: clamp(2rem, 1.4rem + 3vw, 3.25rem); font-weight: 680; letter-spacing: -0.025em; line-height: 1.1; }
h1 .dot { display: inline-block; width: 0.42em; height: 0.42em; border-radius: 50%; background: var(--own); margin-right: 0.35em; vertical-align: 0.12em; }
h1 .id { font-size: 1rem; font-weight: 400; letter-spacing: 0; color: var(--muted); white-space: nowrap; }
.sureness { font-size: 1.125rem; color: var(--muted); margin-top: 0.6rem; }
.headline progress { appearance: none; display: block; width: min(22rem, 100%); height: 4px; margin-top: 0.6rem; border: 0; border-radius: 2px; overflow: hidden; background: var(--line); }
.headline progress::-webkit-progress-bar { background: var(--line); }
.headline progress::-webkit-progress-value { background: var(--own); }
.headline progress::-moz-progress-bar { background: var(--own); }
.alert { background: var(--soft); border-radius: 10px; padding: 0.8rem 1.1rem; margin-bottom: 0.6rem; font-size: 0.9375rem; }
.headline + .alert { background: var(--alert-ground); box-shadow: inset 0 0 0 1px var(--alert-line); }
.notes { margin: 1.75rem 0; display: grid; gap: 0.9rem; }
.notes dt { color: var(--muted); font-size: 0.875rem; }
@media (min-width: 40rem) {
  .notes > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 1rem; }
  .notes dt { padding-top: 0.1rem; }
}
.hints { margin-top: 1.5rem; display: grid; gap: 0.4rem; font-size: 0.9375rem; color: var(--muted); }
.hints li { padding-left: 1rem; position: relative; }
.hints li::before { content: ""; position: absolute; left: 0; top: 0.65em; width: 5px; height: 5px; border-radius: 50%; background: var(--line); }
`;
