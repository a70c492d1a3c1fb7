/** Programs run as processes of their own, with what each took: processor time, time by the clock, memory. */
import { spawn, spawnSync, type SpawnSyncOptionsWithStringEncoding } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

export const PROGRAM = path.join(import.meta.dirname, "..", "dist", "bin.cjs");

/** Node 20 reads every certificate named in this variable at each start, 30 ms and more: the floor would flatter. */
const { NODE_EXTRA_CA_CERTS: _flattering, ...ENVIRONMENT } = process.env;

/** Milliseconds of the processor, user and system together. By bash: Node tells them of no child. */
export function processorMilliseconds(argv: readonly string[]): number {
  const timed = `TIMEFORMAT='%3U %3S'; time "$@" >/dev/null 2>/dev/null`;
  const options: SpawnSyncOptionsWithStringEncoding = {
    encoding: "utf8",
    env: ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
  };
  const { stderr, status } = spawnSync("bash", ["-c", timed, "bash", ...argv], options);
  if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}`);
  const [user = Number.NaN, system = Number.NaN] = stderr.trim().split(" ").map(Number);
  return 1000 * (user + system);
}

export interface Run {
  seconds: number;
  processorSeconds: number;
  megabytes: number;
}

/** The built program, its answer thrown away. It says itself what it took: for long runs, where that costs nothing. */
export async function longRun(argv: readonly string[], lines: Iterable<string> = []): Promise<Run> {
  const tell = `process.on("exit", () => process.stderr.write("\\n" + JSON.stringify(process.resourceUsage())))`;
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, ["--import", preload, PROGRAM, ...argv], {
    stdio: ["pipe", "ignore", "pipe"],
    env: ENVIRONMENT,
  });
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const closed = once(child, "close");
  for (const line of lines) if (!child.stdin.write(line)) await once(child.stdin, "drain");
  child.stdin.end();
  const [code] = (await closed) as [number | null];
  const words = Buffer.concat(said).toString();
  if (code !== 0) throw new Error(`${argv.join(" ")} ended with ${code}: ${words}`);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    words.slice(words.lastIndexOf("\n")),
  ) as NodeJS.ResourceUsage;
  return {
    seconds,
    processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  };
}

/** What the program prints. */
export function printed(argv: readonly string[]): string {
  return spawnSync(process.execPath, [PROGRAM, ...argv], { encoding: "utf8" }).stdout;
}

export function median(values: readonly number[]): number {
  const ordered = values.toSorted((left, right) => left - right);
  return ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
}
