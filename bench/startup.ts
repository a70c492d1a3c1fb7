/** What a start costs beside Node's own: commands, a constant, a plain JSON.stringify, and a peer. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { median, printed, processorMilliseconds, PROGRAM } from "./processes.ts";
import { newTable } from "./tables.ts";

const QUESTION = ["--budget", "low", "--latency", "realtime"];
const DOCUMENT = '{"budget":"low","latency":"realtime"}';
const PEER = "@pydantic/genai-prices";

/** Every row in turn, round after round, so that a busy machine slows all of them alike. */
export function starts(rounds: number): string {
  const rows = Object.entries({ "node -e 0": ["-e", "0"], ...baselines(), ...commands() });
  const peer = peerCommand();
  if (peer !== null) rows.push(["genai-prices calc (prices alone)", peer]);
  const taken = new Map(rows.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, argv] of rows) {
      const milliseconds = processorMilliseconds([process.execPath, ...argv]);
      if (round > 0) taken.get(name)?.push(milliseconds); // the first warms the disk's cache
    }
  }
  const table = newTable(["start", "processor", "added", "ratio"]);
  const floors = taken.get("node -e 0") ?? [];
  for (const [name, all] of taken) {
    const added = median(all.map((each, round) => each - (floors[round] ?? Number.NaN)));
    const ratio = median(all.map((each, round) => each / (floors[round] ?? Number.NaN)));
    table.push([
      name,
      `${median(all).toFixed(0)} ms`,
      `+${added.toFixed(0)} ms`,
      `${ratio.toFixed(2)}x`,
    ]);
  }
  const missing = peer === null ? `\n${PEER} could not be fetched: no peer in this run.` : "";
  return `${table.toString()}${missing}`;
}

function commands(): Record<string, string[]> {
  const document = path.join(folder(), "question.json");
  writeFileSync(document, DOCUMENT);
  return {
    "--version": [PROGRAM, "--version"],
    "--help": [PROGRAM, "--help"],
    recommend: [PROGRAM, ...QUESTION],
    "recommend --draws 0": [PROGRAM, ...QUESTION, "--draws", "0"],
    "recommend, JSON document": [PROGRAM, "-r", document],
    "recommend --json": [PROGRAM, ...QUESTION, "--json"],
    "compare, the overview": [PROGRAM, "compare"],
    "compare --traits all": [PROGRAM, "compare", "--traits", "all"],
    cost: [PROGRAM, "cost"],
  };
}

/** What no program can beat: its own answer as a constant, and its own record read and written. */
function baselines(): Record<string, string[]> {
  const [constant, record, stringify] = ["constant.js", "record.json", "stringify.js"].map((name) =>
    path.join(folder(), name),
  ) as [string, string, string];
  writeFileSync(constant, `process.stdout.write(${JSON.stringify(printed(QUESTION))});`);
  writeFileSync(record, printed([...QUESTION, "--json"]));
  const read = `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(record)}, "utf8"))`;
  writeFileSync(stringify, `process.stdout.write(JSON.stringify(${read}));`);
  return { "the same bytes, a constant": [constant], "the same record, stringified": [stringify] };
}

/** Its command line from the registry; null where there is no way there. */
function peerCommand(): string[] | null {
  try {
    const line = ["--yes", "-p", PEER, "-c", "command -v genai-prices"];
    const file = execFileSync("npx", line, { encoding: "utf8", timeout: 60_000, stdio: "pipe" });
    const program = realpathSync(file.trim());
    return [program, "calc", "gpt-4o", "--input-tokens", "1000", "--output-tokens", "100"];
  } catch {
    return null;
  }
}

let made: string | undefined;

function folder(): string {
  return (made ??= mkdtempSync(path.join(tmpdir(), "pick-model-bench-")));
}
