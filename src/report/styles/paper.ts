/** On paper: black on white, no controls, nothing cut off, figures kept whole. */

export const PAPER = `
@media print {
  html { font-size: 10.5pt; background: none; }
  body { max-width: none; padding: 0; }
  :root { --page: #ffffff; }
  .live main { display: block; }
  main > section { margin-top: 1.5rem; }
  #controls, button, .copied { display: none; }
  .card { border: 0; padding: 0; }
  figure, tr, .alert, .takeaway-text { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .figures { grid-template-columns: 1fr; gap: 1.75rem; }
  .scroll, pre { overflow: visible; }
  #comparison .claims, figure details:not([open]) { display: none; }
  .group > summary::before { content: none; }
  #sources details::details-content, .group::details-content { content-visibility: visible; height: auto; }
  a { color: inherit; }
  #sources a[href]::after { content: " " attr(href); color: var(--muted); overflow-wrap: anywhere; }
  progress, h1 .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
