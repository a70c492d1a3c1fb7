/** Colours in light, in dark and on paper. Text and ground have a contrast of at least 4.5; hue means a model, only. */

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
