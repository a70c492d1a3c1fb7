/** The arrows between the rooms, and the purity of the engine, read from the sources themselves. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const SRC = path.join(import.meta.dirname, "..", "src");

/** From a room to the rooms it may import from; a file at the top of src is a room of its own. */
const ARROWS: Record<string, readonly string[]> = {
  schema: [],
  facts: ["schema"],
  decision: ["facts", "schema"],
  words: ["decision", "facts", "schema"],
  format: ["words", "schema"],
  typed: ["facts", "schema"],
  /** Files and streams read whole. */
  files: [],
  catalog: ["files", "facts", "schema"],
  question: ["files", "typed", "words", "decision", "facts", "schema"],
  answers: ["format", "words", "decision", "facts", "schema"],
  /** Readers of what other programs keep: the user's own results. */
  evidence: ["words", "facts", "schema"],
  /** Readers of bills and logs, and what they come to. */
  profile: ["decision", "schema"],
  "version.ts": [],
  "ask.ts": ["version.ts", "question", "catalog", "answers", "decision", "facts", "schema"],
  report: [
    "ask.ts",
    "question",
    "typed",
    "answers",
    "format",
    "words",
    "decision",
    "facts",
    "schema",
  ],
  cli: [
    "ask.ts",
    "version.ts",
    "report",
    "evidence",
    "profile",
    "question",
    "typed",
    "files",
    "catalog",
    "answers",
    "format",
    "words",
    "decision",
    "facts",
    "schema",
  ],
  start: ["cli"],
  /** The library. */
  "index.ts": ["ask.ts", "question", "catalog", "answers", "decision", "facts", "schema"],
};

/** Rooms that take values and give values, in a browser too. */
const PURE_ROOMS = ["schema", "facts", "decision", "words", "answers"];

/** Packages that a pure room may use: they compute, and touch nothing. */
const PURE_PACKAGES = ["big.js", "zod/mini", "zod/v4/core"];
/** The YAML reader computes too, but is for the rooms that are handed texts. */
const DOCUMENT_PACKAGES = ["yaml"];

/** What reaches out of a function: a clock, chance, the process, the network, a timer, a console. */
const IMPURE =
  /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bperformance\.|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(|\bconsole\.|\bglobalThis\b|\bimport\.meta\b|\bcrypto\b/;

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"\s]+)"/g;

interface SourceFile {
  /** Inside src. */
  name: string;
  room: string;
  /** Without its comments. */
  code: string;
  imports: string[];
}

const files: SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => {
    const text = readFileSync(path.join(SRC, name), "utf8");
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    const imports = [...code.matchAll(IMPORT)].map(([, specifier]) => specifier ?? "");
    return { name, room: roomOf(name), code, imports };
  });

function roomOf(name: string): string {
  return name.split(path.sep)[0] ?? "";
}

/** Every import that breaks a rule, as `file -> import`. */
function offences(isOffence: (file: SourceFile, specifier: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((specifier) => isOffence(file, specifier))
      .map((specifier) => `${file.name} -> ${specifier}`),
  );
}

function targetOf(file: SourceFile, specifier: string): string {
  return path.relative(SRC, path.resolve(SRC, path.dirname(file.name), specifier));
}

test("the sources are found", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
});

test("every room is known", () => {
  expect([...new Set(files.map(({ room }) => room))].toSorted()).toEqual(
    Object.keys(ARROWS).toSorted(),
  );
});

test("imports point down: from the start through the question and the answers to facts and schemas", () => {
  expect(
    offences((file, specifier) => {
      const target = targetOf(file, specifier);
      if (!specifier.startsWith(".") || target.startsWith("..")) return false;
      const room = roomOf(target);
      return room !== file.room && !(ARROWS[file.room] ?? []).includes(room);
    }).toSorted(),
  ).toEqual([]);
});

test("no two files import each other", () => {
  const pairs = new Set(
    files.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => `${file.name} -> ${targetOf(file, specifier)}`),
    ),
  );
  const circles = [...pairs].filter((pair) =>
    pairs.has(pair.split(" -> ").toReversed().join(" -> ")),
  );
  expect(circles).toEqual([]);
});

test("the pure rooms compute: no platform module, no package that reaches out", () => {
  expect(
    offences(({ room }, specifier) => {
      if (specifier.startsWith(".")) return false;
      const allowed = room === "schema" ? [...PURE_PACKAGES, ...DOCUMENT_PACKAGES] : PURE_PACKAGES;
      return PURE_ROOMS.includes(room) && !allowed.includes(specifier);
    }),
  ).toEqual([]);
});

test("the pure rooms touch no clock, chance, process, network or console", () => {
  const impure = files
    .filter(({ room }) => PURE_ROOMS.includes(room))
    .flatMap(({ name, code }) => {
      const found = IMPURE.exec(code)?.[0];
      return found === undefined ? [] : [`${name}: ${found}`];
    });
  expect(impure).toEqual([]);
});

test("formats make text of values: no file, stream or clock", () => {
  expect(
    offences(({ room }, specifier) => room === "format" && specifier.startsWith("node:")),
  ).toEqual([]);
});

test("the process is left to the entry file and the adapter, and nobody ends it", () => {
  expect(
    files.filter(({ code }) => /\bprocess\.exit\(/.test(code)).map(({ name }) => name),
  ).toEqual([]);
  const streams = files.filter(({ code }) =>
    /\bprocess\.(?:stdin|stdout|stderr|exitCode|argv)\b/.test(code),
  );
  expect(streams.map(({ name }) => name).toSorted()).toEqual([
    path.join("cli", "process-io.ts"),
    path.join("start", "program.ts"),
  ]);
});

test("the YAML parser is met on demand only: it doubles the time of a start", () => {
  const reader = path.join("schema", "yaml-document.ts");
  const writer = path.join("format", "yaml.ts");
  const importers = files.filter(({ imports }) => imports.includes("yaml")).map(({ name }) => name);
  expect(importers.toSorted()).toEqual([writer, reader]);
  const static_ = files.filter(({ code }) => /\bfrom\s*"[^"]*yaml-document\.ts"/.test(code));
  expect(static_.map(({ name }) => name)).toEqual([]);
});
