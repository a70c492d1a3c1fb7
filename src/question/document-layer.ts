/** A document as a source of requirements: values written as options (`10k`, `200/day`, `$500`), and fields that are none of ours. */
import type { ParsedDocument } from "../schema/document.ts";
import { usageFailure } from "../schema/failure.ts";
import { validate } from "../schema/problems.ts";
import { requirements } from "../schema/requirements.ts";
import { isRecord, ownEntry } from "../schema/texts.ts";
import { DAYS_PER_MONTH } from "../typed/rate.ts";
import type { Layer } from "./merge.ts";
import { REQUIREMENT_ENTRIES } from "./options/index.ts";
import type { RequirementOption, RequirementPath, Typed } from "./requirement-option.ts";

/** Words and amounts alike: read as typed where there is a figure in it. */
const AMOUNTS: readonly RequirementPath[] = ["budget", "latency"];
/** Lists that people write as one text, and ids in forms of their own. */
const LISTS: readonly RequirementPath[] = ["needs", "priority", "models", "exclude"];
const PAIRS: readonly RequirementPath[] = ["weights", "minBenchmarks"];
const TOKEN_SPREADS: readonly RequirementPath[] = ["workload.inputTokens", "workload.outputTokens"];

/**
 * The document with its texts read as the options read theirs, and without the fields whose names start with `x-`.
 * @throws Failure (usage) naming the place of what cannot be read, and of numbers that could mean two things
 */
export function documentValues(parsed: ParsedDocument): unknown {
  if (!isRecord(parsed.value)) return parsed.value;
  let document = hasExtensions(parsed.value) ? withoutExtensions(parsed.value) : parsed.value;
  for (const { option, steps } of FIELDS) {
    const value = ownValue(document, steps);
    // A number, a switch, or nothing: read as it is.
    if (typeof value !== "string" && typeof value !== "object") continue;
    const readText = (typed: Typed, at: readonly string[] = steps): unknown => {
      const settings = option.read(typed, `${parsed.where(at)}: ${at.join(".")}`, TOOLS);
      return settings instanceof Promise ? typed : settings[0]?.value;
    };
    const read = valueOf(value, option, readText, steps);
    if (read !== value) document = withValue(document, steps, read);
  }
  if (parsed.numberText !== undefined) refuseAmbiguous(document, [], parsed);
  return document;
}

/** Every field that an option states; what is counted in a file stands in a document as a number. */
const FIELDS = REQUIREMENT_ENTRIES.filter(([, { isPath }]) => isPath !== true).map(
  ([, option]) => ({ option, steps: option.path.split(".") }),
);

const TOOLS = {
  daysPerMonth: DAYS_PER_MONTH,
  readImageSize: () => Promise.reject(new Error("a document names no image files")),
};

type ReadText = (typed: Typed, at?: readonly string[]) => unknown;

function valueOf(
  value: unknown,
  { path, isFigure }: RequirementOption,
  readText: ReadText,
  steps: string[],
): unknown {
  if (typeof value === "string") {
    if (isFigure === true || LISTS.includes(path)) return readText(value);
    if (AMOUNTS.includes(path) && /\d/.test(value)) return readText(value);
    if (path === "task" && /[,=]/.test(value)) return readText(value);
    return value;
  }
  if (Array.isArray(value) && (path === "models" || path === "exclude")) {
    return value.length > 0 && value.every((each) => typeof each === "string")
      ? readText(value)
      : value;
  }
  if (!isRecord(value)) return value;
  const inner = (textOf: (name: string, text: string) => string) =>
    Object.fromEntries(
      Object.entries(value).map(([name, part]) =>
        typeof part === "string"
          ? [name, readText(textOf(name, part), [...steps, name])]
          : [name, part],
      ),
    );
  if (PAIRS.includes(path)) return inner((name, text) => `${name}=${text}`);
  if (TOKEN_SPREADS.includes(path)) return inner((_name, text) => text);
  return value;
}

/** Files that hold more than the requirements keep the rest, or what they repeat, under names of their own. */
function withoutExtensions(value: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(value).filter(([name]) => !name.startsWith("x-"));
  return Object.fromEntries(
    kept.map(([name, part]) => [
      name,
      isRecord(part) && !NAMES_OF_THE_USER.includes(name) ? withoutExtensions(part) : part,
    ]),
  );
}

function hasExtensions(value: Record<string, unknown>): boolean {
  return Object.keys(value).some((name) => {
    if (name.startsWith("x-")) return true;
    const part = value[name];
    return isRecord(part) && !NAMES_OF_THE_USER.includes(name) && hasExtensions(part);
  });
}

/** Records whose keys are ids. */
const NAMES_OF_THE_USER = ["task", "minBenchmarks"];

/** `10.000`: written by no program, and thousands to half of the people. */
const AMBIGUOUS = /^[1-9]\d{0,2}\.\d{2}0$/;

function refuseAmbiguous(value: unknown, path: PropertyKey[], parsed: ParsedDocument): void {
  if (Array.isArray(value)) {
    value.forEach((each, at) => refuseAmbiguous(each, [...path, at], parsed));
  } else if (isRecord(value)) {
    for (const [name, each] of Object.entries(value)) {
      refuseAmbiguous(each, [...path, name], parsed);
    }
  } else if (typeof value === "number") {
    const text = parsed.numberText?.(path) ?? "";
    if (!AMBIGUOUS.test(text)) return;
    const grouped = text.replace(".", "");
    const message = `'${text}' could mean ${grouped} or ${value}`;
    throw usageFailure(message, parsed.where(path), `write ${grouped} or ${value}`);
  }
}

function ownValue(document: Record<string, unknown>, steps: readonly string[]): unknown {
  let value: unknown = document;
  for (const step of steps) value = isRecord(value) ? ownEntry(value, step) : undefined;
  return value;
}

/** A copy of the document with another value where it has one. */
function withValue(
  document: Record<string, unknown>,
  [step = "", ...steps]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const part = document[step];
  return {
    ...document,
    [step]: isRecord(part) && steps.length > 0 ? withValue(part, steps, value) : value,
  };
}

/**
 * A file or stdin as a layer.
 * @param name what `-r` calls a file; absent where a program gives the document
 * @throws Failure (usage) naming file, line and column of what the schema refuses
 */
export function documentLayer(
  parsed: ParsedDocument,
  from: "file" | "stdin",
  name?: string,
): Layer {
  const argv = from === "stdin" ? ["-r", "-"] : name === undefined ? [] : ["-r", name];
  return {
    from,
    document: validate(requirements, { ...parsed, value: documentValues(parsed) }, "usage"),
    originOf: (path) => parsed.where(path),
    argvOf: () => argv,
  };
}
