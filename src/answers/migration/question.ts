/** The question of a migration: ids become models, and what cannot be asked is refused. */
import type { Need } from "../../decision/need.ts";
import { type Candidate, candidateIds, findCandidate } from "../../facts/candidate.ts";
import { type FactSheets, lifecycleFacts, offeredEfforts } from "../../facts/fact-sheets.ts";
import { usageFailure } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import type { RequestEndpoint, RequestParameterName } from "../../schema/vocabulary.ts";
import { endsOn } from "../../words/endings.ts";
import type { MigrationQuestion } from "./migrate.ts";

export interface AskedMigration {
  /** A model, a snapshot, or the id of a fine-tuned version (`ft:gpt-4o-mini-2024-07-18:…`). */
  from: string;
  /** Models to consider; those of the requirements, or every one that is served, unless told. */
  to?: readonly string[];
  /** Parameters that requests hold today; absent where nobody says. */
  sends?: readonly RequestParameterName[];
  /** Where requests are sent: `chat` unless told. */
  endpoint?: RequestEndpoint;
}

/** `ft:gpt-4o-mini-2024-07-18:acme::id`: a fine-tuned version, by the id of its snapshot. */
const FINE_TUNED = /^ft:([^:]+)(?::.*)?$/;

export function isFineTuned(id: string): boolean {
  return FINE_TUNED.test(id.trim());
}

/**
 * @param where named in what is refused: the command
 * @returns the question, and the need with what the old model's id says of it
 * @throws Failure (usage) for models that are unknown, not served, the same, or lack the effort asked for
 */
export function migrationQuestion(
  asked: AskedMigration,
  need: Need,
  sheets: FactSheets,
  where = "migrate",
): { question: MigrationQuestion; need: Need } {
  const tuned = FINE_TUNED.exec(asked.from.trim());
  const context = { need, sheets, where };
  const from = modelNamed(tuned?.[1] ?? asked.from, context);
  return {
    question: {
      from,
      to: targetsNamed(from, asked.to ?? [], context),
      sends: asked.sends ?? null,
      endpoint: asked.endpoint ?? "chat",
    },
    need: tuned === null ? need : { ...need, workload: { ...need.workload, fineTuned: true } },
  };
}

interface Context {
  need: Need;
  sheets: FactSheets;
  where: string;
}

function modelNamed(typed: string, { need, sheets, where }: Context): Candidate {
  const word = typed.trim();
  const candidate = findCandidate(sheets.catalog, word.toLowerCase(), need.asOf);
  if (candidate === null) {
    const advice = suggestion(word, candidateIds(sheets.catalog));
    throw usageFailure(`unknown model '${word}'`, where, advice);
  }
  if (candidate.snapshot === null) {
    throw usageFailure(`${candidate.id} is not released by ${need.asOf}`, where);
  }
  return candidate;
}

function targetsNamed(
  from: Candidate,
  typed: readonly string[],
  context: Context,
): string[] | null {
  const { models } = context.need;
  if (typed.length === 0) return models?.filter((id) => id !== from.id) ?? null;
  if (models !== null) {
    const advice = "name them once, as words or by --only";
    throw usageFailure("says twice which models to move to", context.where, advice);
  }
  return typed.map((word) => targetNamed(word, from, context));
}

/** A model named as the target has to be one: what somebody chose is not silently left out. */
function targetNamed(typed: string, from: Candidate, context: Context): string {
  const { need, sheets, where } = context;
  const target = modelNamed(typed, context);
  const { id } = target;
  if (id === from.id) {
    const advice = "name another model, or none to have every one considered";
    throw usageFailure(`moves from ${id} to itself`, where, advice);
  }
  const sheet = sheets.of(target);
  const end = lifecycleFacts(sheet).shutdown.value;
  if (end !== null && end < need.asOf) {
    throw usageFailure(
      `${id} ${endsOn(end, { isOver: true })}`,
      where,
      "name a model that is served",
    );
  }
  const efforts = offeredEfforts(sheet).value;
  if (need.effort !== null && efforts !== null && !efforts.includes(need.effort)) {
    throw usageFailure(
      `${id} does not offer effort ${need.effort}`,
      need.origins["effort"]?.text ?? where,
      `it offers ${efforts.join(", ")}`,
    );
  }
  return id;
}
