/** The arrows between the rooms, and the purity of the engine, read from the sources themselves. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const SRC = path.join(import.meta.dirname, "..", "src");

/** Rooms still to be moved: until then they may import anything, and anything may import them. */
const TO_BE_MOVED = ["engine", "requirements", "present", "page"];

/** From a room to the rooms it may import from; `.` is the library's entry at the top. */
const ARROWS: Record<string, readonly string[]> = {
  schema: [],
  facts: ["schema"],
  decision: ["facts", "schema"],
  words: ["facts", "schema"],
  format: ["words", "schema"],
  typed: ["schema"],
  catalog: ["facts", "schema"],
  question: ["typed", "decision", "facts", "schema"],
  answers: ["format", "words", "decision", "facts", "schema"],
};

/** Packages that a pure room may use: they compute, and touch nothing. */
const PURE_PACKAGES = ["big.js", "zod", "zod/mini"];
/** The YAML reader computes too, but is for the rooms that are handed texts. */
const DOCUMENT_PACKAGES = ["yaml"];

/** What reaches out of a function: a clock, chance, the process, the network, a timer, a console. */
const IMPURE =
  /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bperformance\.|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(|\bconsole\.|\bglobalThis\b|\bimport\.meta\b|\bcrypto\b/;

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/g;

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
  return name.includes(path.sep) ? (name.split(path.sep)[0] ?? "") : ".";
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

test("imports point down: as the target house draws them, for the rooms that stand already", () => {
  expect(
    offences((file, specifier) => {
      const target = targetOf(file, specifier);
      if (!specifier.startsWith(".") || target.startsWith("..")) return false;
      const room = roomOf(target);
      const arrows = ARROWS[file.room];
      if (arrows === undefined || TO_BE_MOVED.includes(room)) return false;
      return room !== file.room && !arrows.includes(room);
    }),
  ).toEqual([]);
});

test("the engine and the schemas compute: no platform module, no package that reaches out", () => {
  expect(
    offences(({ room }, specifier) => {
      if (specifier.startsWith(".")) return false;
      const allowed = room === "schema" ? [...PURE_PACKAGES, ...DOCUMENT_PACKAGES] : PURE_PACKAGES;
      return (room === "engine" || room === "schema") && !allowed.includes(specifier);
    }),
  ).toEqual([]);
});

test("the engine and the schemas touch no clock, chance, process, network or console", () => {
  const impure = files
    .filter(({ room }) => room === "engine" || room === "schema")
    .flatMap(({ name, code }) => {
      const found = IMPURE.exec(code)?.[0];
      return found === undefined ? [] : [`${name}: ${found}`];
    });
  expect(impure).toEqual([]);
});

test("present makes text of values: no file, stream or clock", () => {
  expect(
    offences(({ room }, specifier) => room === "present" && specifier.startsWith("node:")),
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
    "program.ts",
  ]);
});

test("the YAML parser is met on demand only: it doubles the time of a start", () => {
  const reader = path.join("schema", "yaml-document.ts");
  const writer = path.join("present", "formats", "yaml.ts");
  const importers = files.filter(({ imports }) => imports.includes("yaml")).map(({ name }) => name);
  expect(importers.toSorted()).toEqual([writer, reader]);
  const static_ = files.filter(({ code }) => /\bfrom\s*"[^"]*yaml-document\.ts"/.test(code));
  expect(static_.map(({ name }) => name)).toEqual([]);
});
