/** Colours in light, in dark and on paper. Every pair of text and ground has a contrast of at least 4.5. */

const LIGHT = `
  color-scheme: light;
  --page: #f7f7f4; --surface: #ffffff; --text: #1c1e22; --muted: #5b6069; --line: #e2e2dc;
  --soft: #f1f1ec; --accent: #2b4f9e;
  --alert: #9a2f16; --alert-ground: #fcf1ec; --alert-line: #eccfc2;
  --limit: #6b5d11; --change: #7a2e8a; --good: #23663b;
  --model-1: #2b53a7; --model-2: #9a5600; --model-3: #6b4fa0; --model-4: #1f6f56; --model-5: #8f3558; --model-6: #4b5563;
  --cost: #466787; --latency: #75695a; --quality: #4b7051; --on-colour: #ffffff;`;

const DARK = `
  color-scheme: dark;
  --page: #131417; --surface: #1b1d21; --text: #e9e9e6; --muted: #a3a7af; --line: #30333a;
  --soft: #24272c; --accent: #9db8f2;
  --alert: #f2a68c; --alert-ground: #2c1d18; --alert-line: #54352a;
  --limit: #d9c566; --change: #d9a0e6; --good: #8fcfa3;
  --model-1: #8fb0f5; --model-2: #e8ab57; --model-3: #c0a8f0; --model-4: #7fd1b2; --model-5: #ee9cbb; --model-6: #b3bac5;
  --cost: #8fb1d3; --latency: #c9bba4; --quality: #9cc6a1; --on-colour: #14161a;`;

export const THEME = `
:root {${LIGHT}
  --text-font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --code-font: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  --thumb: 18px;
}
@media (prefers-color-scheme: dark) { @media screen { :root {${DARK}
} } }
`;
