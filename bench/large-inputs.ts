/** A megabyte in every place a stranger can write to: every option, every field and key of every kind of file. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { digestOf } from "../src/catalog/digest.ts";
import { COMMANDS } from "../src/cli/commands/index.ts";
import type { CommandSpec } from "../src/cli/command.ts";
import { promptfooResults } from "../test/support/promptfoo.ts";
import { runCli } from "../test/support/run.ts";
import {
  placesOf,
  sealedPart,
  USAGE_RECORDS,
  WHOLE_REQUIREMENTS,
} from "../test/support/whole-inputs.ts";
import { newTable } from "./tables.ts";

const ROOT = path.join(import.meta.dirname, "..");
const MEGABYTE = 1_000_000;
/** What is promised on a machine of this class. */
const MOST_SECONDS = 2;

const repeated = (text: string) => text.repeat(MEGABYTE / text.length);
/** Texts that a loop in a loop, or a pattern that tries again, would take for ever. */
const TEXTS: Record<string, string> = {
  letters: repeated("a"),
  digits: repeated("1"),
  blanks: `${repeated(" ")}x`,
  "digits, then blanks": `1${repeated(" ")}x`,
  "line breaks": repeated("\n"),
  list: repeated("a,"),
  shares: repeated("a=1,"),
  sizes: repeated("1x"),
  dots: repeated("1."),
  dashes: repeated("a-"),
  control: repeated("\u001B["),
  pairs: repeated("\u{1F600}"),
  tuned: `${repeated(":ft")}\n`,
};
const FEW = ["letters", "digits, then blanks", "list", "pairs", "tuned"];
const ENTRIES = 100_000;
const LISTS: Record<string, unknown> = {
  "names in one text": Array.from({ length: ENTRIES }, (_, at) => `m-${at}`).join(","),
  "a list of numbers": Array.from({ length: ENTRIES }, (_, at) => at),
  "a list of names": Array.from({ length: ENTRIES }, (_, at) => `m-${at}`),
  "a group of keys": Object.fromEntries(Array.from({ length: ENTRIES }, (_, at) => [`k-${at}`, 1])),
  "a key of letters": { [TEXTS["letters"] ?? ""]: 1 },
};

interface Timing {
  kind: string;
  where: string;
  seconds: number;
  code: number;
}

/** @param everyNth of all cases, which one is tried */
export async function largeInputs(everyNth = 1): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "pick-model-large-"));
  const timings: Timing[] = [];
  let met = 0;
  const time = async (kind: string, where: string, argv: string[], stdin?: string) => {
    met += 1;
    if (met % everyNth !== 0) return;
    const before = process.cpuUsage();
    const { code } = await runCli(argv, { cwd: folder, ...(stdin === undefined ? {} : { stdin }) });
    const { user, system } = process.cpuUsage(before);
    timings.push({ kind, where, seconds: (user + system) / 1e6, code });
  };
  try {
    await options(time);
    await requirements(time);
    await files(time, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
  return tableOf(timings);
}

type Time = (kind: string, where: string, argv: string[], stdin?: string) => Promise<void>;

async function options(time: Time): Promise<void> {
  for (const [name, { options: own }] of Object.entries<CommandSpec>(COMMANDS)) {
    // What the requirements share is read by one table: once is enough.
    const isNew = ({ flag }: { flag: string }) =>
      name === "recommend" ||
      !Object.values<{ flag: string }>(COMMANDS.recommend.options).some(
        (each) => each.flag === flag,
      );
    for (const option of Object.values(own).filter(isNew)) {
      if (option.placeholder === undefined) continue;
      for (const [kind, text] of Object.entries(TEXTS)) {
        const start = name === "recommend" ? [] : name.split(" ");
        await time("option", `${name} ${option.flag}: ${kind}`, [
          ...start,
          `${option.flag}=${text}`,
        ]);
      }
    }
  }
  for (const [kind, text] of Object.entries(TEXTS)) {
    for (const name of [
      "",
      "compare",
      "explain",
      "migrate",
      "cost",
      "catalog show",
      "tasks",
      "check",
    ]) {
      const start = name.split(" ").filter((word) => word !== "");
      await time("word", `${name}: ${kind}`, [...start, text]);
    }
    await time("word", `an option's name: ${kind}`, [`--${text}`]);
    await time("word", `completion: ${kind}`, ["__complete", text]);
  }
}

async function requirements(time: Time): Promise<void> {
  const read: [string, string[]][] = [
    ["document", ["--quiet", "-r", "-"]],
    ["line of a batch", ["batch", "--draws", "0", "--fields", "recommendation", "--threads", "1"]],
  ];
  for (const [kind, argv] of read) {
    for (const { where, tree } of enlarged(WHOLE_REQUIREMENTS)) {
      await time(kind, where, argv, JSON.stringify(tree));
    }
  }
  for (const [kind, text] of Object.entries(TEXTS)) {
    await time("YAML", kind, ["--quiet", "-r", "-"], `budget: ${text}`);
    await time("YAML", `a block of ${kind}`, ["--quiet", "-r", "-"], `budget: |\n  ${text}`);
    await time("YAML", `nothing but ${kind}`, ["--quiet", "-r", "-"], text);
  }
}

async function files(time: Time, folder: string): Promise<void> {
  const over = async (
    kind: string,
    argv: string[],
    file: string,
    tree: object,
    text: Text = asJson,
  ) => {
    for (const { where, tree: large } of enlarged(tree)) {
      await writeFile(path.join(folder, file), text(large));
      await time(kind, where, argv);
    }
  };
  const example = async (name: string) =>
    parse(await readFile(path.join(ROOT, "examples", name), "utf8")) as object;
  for (const name of ["own-model.yaml", "own-prices.yaml"]) {
    await over("catalog", ["--quiet", "--catalog", "own.json"], "own.json", await example(name));
  }
  const results = promptfooResults([
    { id: "openai:gpt-4o", passes: [true, false] },
    { id: "openai:gpt-4o-mini", passes: [true, false] },
  ]);
  await writeFile(path.join(folder, "r.json"), JSON.stringify(results));
  const importing = ["evidence", "promptfoo", "r.json", "-t", "chat"];
  const { stdout: evidence } = await runCli(importing, { cwd: folder });
  const asked = ["--quiet", "-t", "chat", "--catalog", "own.json"];
  await over("evidence", asked, "own.json", parse(evidence) as object);
  const { results: rows, ...rest } = results.results;
  const few = { ...results, results: { ...rest, results: rows.slice(0, 1) } };
  await over("promptfoo", importing, "r.json", few);
  for (const [format, record] of Object.entries(USAGE_RECORDS)) {
    await over(
      "usage",
      ["profile", "u.jsonl", "--assume-days", "1"],
      "u.jsonl",
      record,
      (tree) => `${asJson(record)}\n${asJson({ ...(tree as object), format })}`,
    );
  }
  const counted = ["profile", "u.csv", "--assume-days", "1"];
  for (const [kind, text] of Object.entries(TEXTS)) {
    await writeFile(path.join(folder, "u.csv"), text);
    await time("usage", `CSV, its columns unnamed: ${kind}`, counted);
    await time("usage", `CSV: ${kind}`, [...counted, "--columns", "input=a,output=b"]);
  }
  await runCli(["lock", "-b", "low", "--draws", "0"], { cwd: folder });
  const file = "pick-model.lock.json";
  const lock = JSON.parse(await readFile(path.join(folder, file), "utf8")) as object;
  await over("lock", ["check"], file, lock, (tree) =>
    asJson({ ...(tree as object), digest: digestOf(sealedPart(tree as object)) }),
  );
}

type Text = (tree: unknown) => string;
const asJson: Text = (tree) => JSON.stringify(tree);

/** The tree with a megabyte at each place. */
function* enlarged(tree: object): Generator<{ where: string; tree: unknown }> {
  const values = [...FEW.map((kind) => [kind, TEXTS[kind]] as const), ...Object.entries(LISTS)];
  for (const at of placesOf(tree).slice(1)) {
    for (const [kind, value] of values) {
      const copy: unknown = structuredClone(tree);
      let holder = copy as Record<string, unknown>;
      for (const step of at.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
      holder[at.at(-1) ?? ""] = value;
      yield { where: `${at.join(".")}: ${kind}`, tree: copy };
    }
  }
}

function tableOf(timings: readonly Timing[]): string {
  const table = newTable([
    "a megabyte in",
    "tried",
    "slowest, s",
    `above ${MOST_SECONDS} s`,
    "exit 70",
  ]);
  for (const kind of new Set(timings.map((each) => each.kind))) {
    const own = timings.filter((each) => each.kind === kind);
    const slowest = Math.max(...own.map(({ seconds }) => seconds));
    const above = own.filter(({ seconds }) => seconds > MOST_SECONDS).length;
    const broken = own.filter(({ code }) => code === 70).length;
    table.push([kind, own.length, slowest.toFixed(2), above, broken]);
  }
  const worst = timings
    .filter(({ seconds, code }) => seconds > MOST_SECONDS || code === 70)
    .toSorted((left, right) => right.seconds - left.seconds)
    .slice(0, 20)
    .map(
      ({ kind, where, seconds, code }) =>
        `${seconds.toFixed(2)} s, exit ${code}: ${kind}: ${where}`,
    );
  return [table.toString(), ...worst].join("\n");
}
