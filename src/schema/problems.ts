/** What a schema objects to, said to the person who wrote the document. */
import * as z from "zod/mini";
import type { ParsedDocument } from "./document.ts";
import { Failure, type FailureKind } from "./failure.ts";
import { suggestion, nearest } from "./nearest.ts";
import { keysAt } from "./schema-keys.ts";

type Issue = z.core.$ZodIssue;

/** One objection: what is wrong, at which path, and what to do. */
export interface Problem {
  path: PropertyKey[];
  /** Point at the key instead of at its value. */
  atKey: boolean;
  message: string;
  advice: string | undefined;
}

/** What zod/mini says when it carries no words for an issue. */
const WORDLESS = "Invalid input";
const LONGEST_SHOWN = 40;
/** A longer choice is listed only when nothing in it is near the word given. */
const MOST_LISTED = 8;

/**
 * The document's value, as the schema types it.
 *
 * @throws Failure naming the place, what was expected and what was given
 */
export function validate<S extends z.core.$ZodType>(
  schema: S,
  document: ParsedDocument,
  kind: FailureKind,
): z.output<S> {
  const result = z.safeParse(schema, document.value, { reportInput: true });
  if (result.success) return result.data;
  const { path, atKey, message, advice } = firstProblem(schema, result.error.issues);
  throw new Failure({
    kind,
    message: path.length === 0 ? message : `${pathText(path)}: ${message}`,
    where: document.where(path, { key: atKey }),
    ...(advice === undefined ? {} : { advice }),
  });
}

/** The objection that tells most: a mistyped key before the missing one it stands for. */
export function firstProblem(schema: z.core.$ZodType, issues: readonly Issue[]): Problem {
  const flat = issues.map(narrowed);
  const issue = flat.find(({ code }) => code === "unrecognized_keys") ?? flat[0];
  if (issue === undefined) throw new Error("a failed parse without issues");
  return problemOf(schema, issue);
}

/** `prices.standard.input[0].source` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) =>
      typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${String(step)}`,
    )
    .join("");
}

function problemOf(schema: z.core.$ZodType, issue: Issue): Problem {
  const path = [...issue.path];
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    return {
      path: [...path, key],
      atKey: true,
      message: "no such field",
      advice: adviceFor(key, keysAt(schema, path)),
    };
  }
  if (issue.code === "invalid_key") {
    return {
      path,
      atKey: true,
      message: "cannot be a name here",
      advice: wordsOf(issue.issues[0]),
    };
  }
  if (issue.input === undefined && issue.code !== "custom") {
    return { path, atKey: false, message: "is missing", advice: `give ${expectation(issue)}` };
  }
  const message = `${objection(issue)}, got ${shown(issue.input)}`;
  return { path, atKey: false, message, advice: choiceAdvice(issue) };
}

/** Of a union's objections, those of the branch the value was most likely meant for. */
function narrowed(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const branches = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.path.length === 0 && isOfOtherKind(inner)),
  );
  const [best] = branches.toSorted((left, right) => weight(left) - weight(right));
  if (best === undefined) return issue;
  const inner = best.find(({ code }) => code === "unrecognized_keys") ?? best[0];
  return inner === undefined ? issue : narrowed({ ...inner, path: [...issue.path, ...inner.path] });
}

function isOfOtherKind(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function weight(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1),
    0,
  );
}

function objection(issue: Issue): string {
  return issue.message === WORDLESS ? `expected ${expectation(issue)}` : issue.message;
}

function expectation(issue: Issue): string {
  if (issue.message !== WORDLESS) return issue.message.replace(/^expected /, "");
  switch (issue.code) {
    case "invalid_type":
      return kindName(issue.expected);
    case "invalid_value":
      return listed(expectations(issue));
    case "invalid_union":
      return listed(issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(expectations)));
    case "too_small":
      return bound(
        issue.origin,
        issue.inclusive === false ? "more than" : "at least",
        issue.minimum,
      );
    case "too_big":
      return bound(
        issue.origin,
        issue.inclusive === false ? "less than" : "at most",
        issue.maximum,
      );
    case "invalid_format":
      return issue.format === "url" ? "a web address (http or https)" : `a valid ${issue.format}`;
    default:
      return "something else";
  }
}

/** The words of a choice one by one, so that a union of choices reads as one list. */
function expectations(issue: Issue): string[] {
  return issue.code === "invalid_value" ? issue.values.map(String) : [expectation(issue)];
}

function bound(origin: string, relation: string, limit: number | bigint): string {
  const one = Number(limit) === 1;
  const unit =
    origin === "string"
      ? ` character${one ? "" : "s"}`
      : origin === "array"
        ? ` ${one ? "entry" : "entries"}`
        : "";
  return `${relation} ${limit}${unit}`;
}

const KIND_NAMES: Record<string, string> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  boolean: "true or false",
  object: "a group of fields",
  record: "a group of fields",
  array: "a list",
};

function kindName(expected: string): string {
  return KIND_NAMES[expected] ?? expected;
}

function listed(words: readonly string[]): string {
  if (words.length > MOST_LISTED) return `one of ${words.length} words`;
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function choiceAdvice(issue: Issue): string | undefined {
  if (typeof issue.input !== "string") return undefined;
  const meant = nearest(issue.input, choices(issue));
  if (meant !== null) return `did you mean '${meant}'?`;
  const known = choices(issue);
  return known.length > MOST_LISTED ? suggestion(issue.input, known) : undefined;
}

function choices(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap(choices);
  return [];
}

function adviceFor(key: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const meant = nearest(key, known);
  return meant === null ? `the fields here are ${known.join(", ")}` : `did you mean '${meant}'?`;
}

function wordsOf(issue: { message: string } | undefined): string | undefined {
  return issue === undefined || issue.message === WORDLESS ? undefined : issue.message;
}

function shown(value: unknown): string {
  if (typeof value === "number") return String(value); // JSON would turn Infinity into null
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
