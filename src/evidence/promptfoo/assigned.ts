/** Which model each column of promptfoo stands for: by its provider's id, or as the user says. */
import { usageFailure } from "../../schema/failure.ts";
import { shortened } from "../../schema/texts.ts";
import type { Column } from "./columns.ts";

// From the id of one of promptfoo's providers to the model behind it.

export interface ProviderModel {
  /** As the vendor names it. */
  model: string;
  /** Who serves it, where that is not its own vendor. */
  platform: string | null;
}

/** Providers whose id names something else than a model: a deployment, a file, a program, an address. */
const NO_MODEL =
  /^(?:azure(?:openai)?:|echo$|file:|exec:|python:|golang:|ruby:|https?:|webhook:|ws:|wss:|package:|browser)/i;

/**
 * The model is what stands after the last colon; a fine-tuned model's id has colons of its own. Null where the id
 * names no model.
 */
export function modelOfProvider(id: string): ProviderModel | null {
  if (NO_MODEL.test(id)) return null;
  const tunedAt = `:${id}`.indexOf(":ft:"); // where it stands in the id itself
  if (tunedAt !== -1 && tunedAt + "ft:".length < id.length) {
    return { model: id.slice(tunedAt), platform: null };
  }
  const router = /^openrouter:(?:[^:/]+\/)?([^:/]+)$/.exec(id)?.[1];
  if (router !== undefined) return { model: router, platform: "openrouter" };
  const vendor = id.slice(0, Math.max(0, id.indexOf(":")));
  const model = id.slice(id.lastIndexOf(":") + 1);
  return vendor === "" || !/^[A-Za-z0-9][\w.-]*$/.test(model) ? null : { model, platform: null };
}

export interface Assigned {
  column: Column;
  /** The model's id, `@` and the effort behind it where it reasons. */
  name: string;
  model: string;
  effort: string | null;
  /** Nobody states the effort: it is what the model takes unasked. */
  isDefaultEffort: boolean;
  platform: string | null;
}

export interface Skipped {
  column: Column;
  why: string;
}

/** A name that leaves a column out. */
const LEFT_OUT = "skip";

/** By a column's number, its label or its provider's id; `model` may carry `@effort`. */
export type ColumnNames = ReadonlyMap<string, string>;

export interface Known {
  /** The effort a model takes unasked; null for one that does not reason, or is not known. */
  defaultEffort: (model: string) => string | null;
  /** Efforts that the run's configuration states, by label or provider id, in its order; null: none. */
  efforts: ReadonlyMap<string, readonly (string | null)[]>;
}

/**
 * @throws Failure (usage) where two columns come to the same model at the same effort, or a name fits no column
 */
export function assignModels(
  columns: readonly Column[],
  names: ColumnNames,
  known: Known,
): { assigned: Assigned[]; skipped: Skipped[] } {
  const assigned: Assigned[] = [];
  const skipped: Skipped[] = [];
  refuseUnused(columns, names);
  for (const column of columns) {
    const mapped = namesOf(column).flatMap((name) => names.get(name) ?? [])[0];
    if (mapped === LEFT_OUT) {
      skipped.push({ column, why: "left out as asked" });
      continue;
    }
    const found =
      mapped === undefined ? modelOfProvider(column.providerId) : { model: mapped, platform: null };
    if (found === null) {
      const why = `${shownId(column)} names no model: say which with --map ${column.promptIdx}=<model>`;
      skipped.push({ column, why });
      continue;
    }
    if (column.rate === null) {
      skipped.push({ column, why: `${shownId(column)}: no test was graded` });
      continue;
    }
    assigned.push(assignedTo(column, found, configuredEffort(column, columns, known), known));
  }
  refuseDoubles(assigned);
  return { assigned, skipped };
}

function assignedTo(
  column: Column,
  { model: written, platform }: { model: string; platform: string | null },
  configured: string | null,
  { defaultEffort }: Known,
): Assigned {
  const [model = written, stated] = written.split("@");
  const known = stated ?? configured;
  const effort = known ?? defaultEffort(model);
  const name = effort === null ? model : `${model}@${effort}`;
  const isDefaultEffort = known === null && effort !== null;
  return { column, name, model, effort, isDefaultEffort, platform };
}

/** Providers of one name follow each other as they are configured: the second column is the second of them. */
function configuredEffort(
  column: Column,
  columns: readonly Column[],
  { efforts }: Known,
): string | null {
  const configuredName = ({ label, providerId }: Column) => label || providerId;
  const name = configuredName(column);
  const stated = efforts.get(name) ?? [];
  const same = columns.filter((each) => configuredName(each) === name);
  if (stated.length === same.length) return stated[same.indexOf(column)] ?? null;
  const [only = null, ...others] = new Set(stated);
  return others.length === 0 ? only : null;
}

function namesOf({ promptIdx, label, providerId }: Column): string[] {
  return [String(promptIdx), label, providerId].filter((name) => name !== "");
}

function refuseUnused(columns: readonly Column[], names: ColumnNames): void {
  const present = new Set(columns.flatMap(namesOf));
  for (const name of names.keys()) {
    if (present.has(name)) continue;
    throw usageFailure(
      `no column is called '${shortened(name)}'`,
      "--map",
      `they are ${columns.map(listed).join("; ")}`,
    );
  }
}

function refuseDoubles(assigned: readonly Assigned[]): void {
  for (const { name } of assigned) {
    const same = assigned.filter((each) => each.name === name);
    if (same.length < 2) continue;
    throw usageFailure(
      `${same.length} columns are ${name}: ${same.map(({ column }) => listed(column)).join("; ")}`,
      "results",
      `leave all but one out with --map ${same[1]?.column.promptIdx}=${LEFT_OUT}, or name what they are with --map <column>=<model>`,
    );
  }
}

/** `column 2, openai:gpt-4o` */
function listed(column: Column): string {
  const label = column.label === "" ? "" : ` (${shortened(column.label)})`;
  return `column ${column.promptIdx}, ${shownId(column)}${label}`;
}

/** An address may carry a key: nothing of it is shown. */
function shownId({ providerId }: Column): string {
  return /^(?:https?|wss?|webhook|exec|file):?/i.test(providerId)
    ? `${providerId.split(":", 1)[0]}:…`
    : shortened(providerId, 60);
}
