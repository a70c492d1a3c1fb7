/** The README with the output of every `$ pick-model` command as the program prints it today. */
import path from "node:path";
import { runCli } from "../support/run.ts";
import { terminalPicture } from "./terminal-picture.ts";

const CONSOLE_BLOCK = /```console\n([\s\S]*?)```/g;
const PROMPT = "$ ";
/** Long outputs are cut here; the README says so itself. */
const CUT = "…";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** Where commands stand with what they print. */
export const PAGES = ["README.md", "docs/migrate.md"];

const PICTURED = ["--budget", "low", "--latency", "realtime"];

/** The picture at its top: the answer as a terminal of 80 columns shows it, under the command that asks for it. */
export async function readmePicture(): Promise<string> {
  const { stdout } = await runCli(PICTURED, { cwd: ROOT, isTty: true, columns: 80 });
  const command = `pick-model ${PICTURED.join(" ")}`;
  return terminalPicture(command, `$ \u001B[1m${command}\u001B[22m\n${stdout}`, 80);
}

/** Its pictures of the report page: one question, on a light and on a dark screen. */
export const PAGE_PICTURE = {
  command: `pick-model report ${PICTURED.join(" ")}`,
  argv: ["report", ...PICTURED, "--as-of", "2026-11-22"],
  files: { light: "docs/report-light.webp", dark: "docs/report-dark.webp" },
  width: 1200,
  height: 760,
} as const;

/** The lines of its `sh` blocks that run the program, without their comments. */
export function readmeCommands(text: string): string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, body = ""]) =>
    body.split("\n"),
  );
  return blocks
    .filter((line) => line.startsWith("pick-model "))
    .map((line) => line.replace(/ +#.*$/, ""));
}

export async function refreshedReadme(text: string): Promise<string> {
  let refreshed = text;
  for (const [block, body = ""] of text.matchAll(CONSOLE_BLOCK)) {
    const fresh = await refreshedBlock(body);
    refreshed = refreshed.replace(block, () => `\`\`\`console\n${fresh}\`\`\``);
  }
  return refreshed;
}

async function refreshedBlock(body: string): Promise<string> {
  const lines = body.split("\n");
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith(PROMPT)) continue;
    const next = lines.findIndex((each, place) => place > index && each.startsWith(PROMPT));
    const shown = lines.slice(index + 1, next === -1 ? undefined : next);
    const cutAt = shown.indexOf(CUT);
    const output = (await outputOf(line.slice(PROMPT.length))).trimEnd().split("\n");
    const kept = cutAt === -1 ? output : [...output.slice(0, cutAt), CUT];
    parts.push([line, ...kept].join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

/** Understands `pick-model …`, `echo '…' | pick-model …` and `cat file | pick-model …`, quotes and all. */
async function outputOf(commandLine: string): Promise<string> {
  const [, input, command = commandLine] = /^(.*?) \| (pick-model.*)$/.exec(commandLine) ?? [];
  const [program, ...argv] = words(command.replace(/;\s*echo.*$/, ""));
  if (program !== "pick-model") throw new Error(`README: cannot run ${commandLine}`);
  const stdin = input === undefined ? {} : { stdin: words(input).slice(1).join(" ") };
  const { stdout, stderr } = await runCli(argv, { cwd: ROOT, columns: 80, ...stdin });
  // CSV ends its lines as its standard says; a README does not.
  return (stdout + stderr).replaceAll("\r\n", "\n");
}

/** Words of a shell line with single and double quotes. */
export function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? "",
  );
}
