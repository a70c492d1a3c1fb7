/** What a terminal shows, as a picture: SVG, in the colours of a dark and of a light screen. */

const COLUMN = 8.43;
const LINE = 18;
const PADDING = 16;

/** What the program's control sequences mean: bold, dim, and five colours of the theme. */
const CLASSES: Readonly<Record<string, string>> = {
  "1": "strong",
  "2": "dim",
  "31": "red",
  "32": "green",
  "33": "yellow",
  "36": "cyan",
};
const ENDS: Readonly<Record<string, readonly string[]>> = {
  "22": ["strong", "dim"],
  "39": ["red", "green", "yellow", "cyan"],
};

const STYLE = `
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; fill: #1f2328; white-space: pre; }
rect { fill: #ffffff; stroke: #d1d9e0; }
.strong { font-weight: 700; } .dim { fill: #59636e; } .red { fill: #d1242f; } .green { fill: #1a7f37; }
.yellow { fill: #9a6700; } .cyan { fill: #1b7c83; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; } rect { fill: #0d1117; stroke: #3d444d; } .dim { fill: #9198a1; } .red { fill: #ff7b72; }
  .green { fill: #3fb950; } .yellow { fill: #d29922; } .cyan { fill: #39c5cf; }
}`;

/** @param text with the program's control sequences */
export function terminalPicture(title: string, text: string, columns: number): string {
  const lines = text.trimEnd().split("\n");
  const width = Math.ceil(columns * COLUMN + 2 * PADDING);
  const height = lines.length * LINE + 2 * PADDING;
  const rows = lines.map((line, at) => row(line, PADDING + (at + 0.75) * LINE));
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${rows.filter((each) => each !== "").join("\n")}
</svg>
`;
}

/** One text a run of one style, each at its own column: whatever font is there, columns stay under each other. */
function row(line: string, y: number): string {
  const active = new Set<string>();
  let column = 0;
  const runs: string[] = [];
  // oxlint-disable-next-line no-control-regex
  for (const part of line.split(/(\u001B\[\d+m)/)) {
    // oxlint-disable-next-line no-control-regex
    const [, code] = /^\u001B\[(\d+)m$/.exec(part) ?? [];
    if (code !== undefined) {
      const begun = CLASSES[code];
      if (begun !== undefined) active.add(begun);
      for (const ended of ENDS[code] ?? []) active.delete(ended);
      continue;
    }
    if (part.trim() !== "") {
      const lead = part.length - part.trimStart().length;
      const words = part.trim();
      const x = PADDING + (column + lead) * COLUMN;
      const style = active.size === 0 ? "" : ` class="${[...active].join(" ")}"`;
      const long = (words.length * COLUMN).toFixed(1);
      runs.push(
        `<text x="${x.toFixed(1)}" y="${y}"${style} textLength="${long}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(words)}</text>`,
      );
    }
    column += part.length;
  }
  return runs.join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
