/** Schema problems, said to the person who wrote the document. */
import * as z from "zod/mini";
import type { ParsedDocument } from "./document.ts";
import {
  MOST_LISTED,
  WORDLESS,
  choices,
  expectation,
  kindOf,
  objection,
  shown,
} from "./expectation.ts";
import { type Correction, Failure, type FailureKind } from "./failure.ts";
import { listed, nearest, suggestion } from "./nearest.ts";
import { shortened } from "./texts.ts";

type Issue = z.core.$ZodIssue;

/** One objection: what is wrong, at which path, and what to do. */
export interface Problem {
  path: PropertyKey[];
  /** Point at the key instead of at its value. */
  atKey: boolean;
  message: string;
  advice: string | Correction | undefined;
}

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
  const result = readBy(schema, document.value);
  if (result.success) return result.data;
  const { path, atKey, message, advice } = firstProblem(schema, result.error.issues);
  throw new Failure({
    kind,
    message: path.length === 0 ? message : `${pathText(path)}: ${message}`,
    where: document.where(path, { key: atKey }),
    ...(advice === undefined ? {} : { advice }),
  });
}

/** With every objection; where they are more than a call takes arguments, a hundred thousand or so, with the first. */
function readBy<S extends z.core.$ZodType>(schema: S, value: unknown) {
  try {
    return z.safeParse(schema, value, { reportInput: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const untilTheFirst = { reportInput: true, abortEarly: true };
    return z.safeParse(schema, value, untilTheFirst);
  }
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
      typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${shortened(String(step))}`,
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
  // What stands at the root is a whole document: whoever named the wrong file wants none of it on a screen.
  const got = path.length === 0 ? kindOf(issue.input) : shown(issue.input);
  const message = `${objection(issue)}, got ${got}`;
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

function choiceAdvice(issue: Issue): Correction | undefined {
  if (typeof issue.input !== "string") return undefined;
  const meant = nearest(issue.input, choices(issue));
  if (meant !== null) return { typed: issue.input, meant };
  const known = choices(issue);
  return known.length > MOST_LISTED ? suggestion(issue.input, known) : undefined;
}

function adviceFor(key: string, known: readonly string[]): string | Correction | undefined {
  if (known.length === 0) return undefined;
  const meant = nearest(key, known);
  return meant === null ? `the fields here are ${listed(known)}` : { typed: key, meant };
}

function wordsOf(issue: { message: string } | undefined): string | undefined {
  return issue === undefined || issue.message === WORDLESS ? undefined : issue.message;
}

/** Every key that may stand at the path; empty where any name may. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let here = alternatives(schema);
  for (const step of path) here = here.flatMap((each) => parts(each, step)).flatMap(alternatives);
  return [...new Set(here.flatMap(ownKeys))];
}

function definition(schema: z.core.$ZodType): z.core.$ZodTypes["_zod"]["def"] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The schema without its wrappers, a union as its options. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const inside = definition(schema);
  switch (inside.type) {
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return alternatives(inside.innerType);
    case "union":
      return inside.options.flatMap(alternatives);
    default:
      return [schema];
  }
}

function parts(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  const inside = definition(schema);
  if (inside.type === "array") return [inside.element];
  if (inside.type === "record") return [inside.valueType];
  const part = inside.type === "object" ? inside.shape[String(step)] : undefined;
  return part === undefined ? [] : [part];
}

function ownKeys(schema: z.core.$ZodType): string[] {
  const inside = definition(schema);
  if (inside.type === "object") return Object.keys(inside.shape);
  if (inside.type !== "record") return [];
  const key = definition(inside.keyType);
  return key.type === "enum" ? Object.values(key.entries).map(String) : [];
}
