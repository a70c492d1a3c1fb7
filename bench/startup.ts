/**
 * What a start costs: `node -e 0` against the program's commands, in pairs, so that a busy machine slows both
 * sides alike. Prints medians and ratios; judges nothing.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import Table from "cli-table3";

const PROGRAM = path.join(import.meta.dirname, "..", "dist", "bin.cjs");
const PAIRS = 21;
const WARM_UPS = 2;

const COMMANDS = {
  "--version": ["--version"],
  "--help": ["--help"],
  recommend: ["--budget", "low", "--latency", "realtime"],
  "recommend --draws 0": ["--budget", "low", "--latency", "realtime", "--draws", "0"],
  compare: ["compare"],
} satisfies Record<string, string[]>;

/** Milliseconds from spawn to exit. */
function wallMilliseconds(argv: string[]): number {
  const started = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(process.execPath, argv, {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = process.hrtime.bigint();
  if (error !== undefined || status !== 0) {
    throw new Error(`node ${argv.join(" ")} ended with ${status}: ${String(stderr)}`);
  }
  return Number(ended - started) / 1e6;
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((left, right) => left - right);
  return ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
}

/** Medians of both sides, and the median of the ratios within each pair. */
function compared(argv: string[]): { bare: number; program: number; ratio: number } {
  const pairs = Array.from({ length: PAIRS + WARM_UPS }, () => {
    const bare = wallMilliseconds(["-e", "0"]);
    const program = wallMilliseconds([PROGRAM, ...argv]);
    return { bare, program, ratio: program / bare };
  }).slice(WARM_UPS);
  return {
    bare: median(pairs.map((pair) => pair.bare)),
    program: median(pairs.map((pair) => pair.program)),
    ratio: median(pairs.map((pair) => pair.ratio)),
  };
}

const table = new Table({
  head: ["command", "node -e 0", "pick-model", "ratio"],
  style: { head: [], border: [] },
  colAligns: ["left", "right", "right", "right"],
});
for (const [name, argv] of Object.entries(COMMANDS)) {
  const { bare, program, ratio } = compared(argv);
  table.push([name, `${bare.toFixed(1)} ms`, `${program.toFixed(1)} ms`, `${ratio.toFixed(2)}x`]);
}
console.log(`Node ${process.version}, ${PAIRS} pairs a command, medians`);
console.log(table.toString());
