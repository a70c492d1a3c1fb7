/** Expectations of a schema in words: what it expected, and what it was given. */
import type * as z from "zod/mini";
import { shortened } from "./texts.ts";

type Issue = z.core.$ZodIssue;

/** What zod/mini says when it carries no words for an issue. */
export const WORDLESS = "Invalid input";
/** A longer choice is listed only when nothing in it is near the word given. */
export const MOST_LISTED = 8;

export function objection(issue: Issue): string {
  return issue.message === WORDLESS ? `expected ${expectation(issue)}` : issue.message;
}

export function expectation(issue: Issue): string {
  if (issue.message !== WORDLESS) return issue.message.replace(/^expected /, "");
  switch (issue.code) {
    case "invalid_type":
      return kindName(issue.expected);
    case "invalid_value":
      return listed(expectations(issue));
    case "invalid_union":
      return listed([
        ...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(expectations))),
      ]);
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

export function choices(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap(choices);
  return [];
}

export function shown(value: unknown): string {
  if (typeof value === "number") return String(value); // JSON would turn Infinity into null
  return shortened(JSON.stringify(value) ?? String(value));
}

/** What a value is, without what it says. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return KIND_NAMES[typeof value] ?? typeof value;
}
