/** Asks the engine in the page, with the catalog the page carries: the very decision the program makes. */
import { decide } from "../../decision/decision.ts";
import { answerTo, questionAbout, questionOf } from "../../ask.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { Need } from "../../decision/need.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { PageData } from "../page-data.ts";
import type { Layer } from "../../question/layer.ts";
import { documentOf, mergeLayers } from "../../question/merge.ts";
import { toCommand } from "../../question/to-command.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { type Changes, documentOfChanges } from "./changes.ts";

export interface Asker {
  sheets: FactSheets;
  /** What was asked, before anything was moved. */
  asked: Need;
  /** @throws Failure for requirements that cannot hold together */
  needFor(changes: Changes): Need;
  /** All that is stated, by whoever made the report and by whoever moved a control. */
  statedFor(changes: Changes): Requirements;
  answerFor(need: Need, draws?: number): Answer;
  /** The pick by its points alone; null when no model qualifies. */
  pickFor(need: Need): string | null;
}

export function openAsker({ catalog, asOf, layers, sampling }: PageData): Asker {
  const below = layers.map(({ from, document, origins }): Layer => ({
    from,
    document,
    originOf: (path) => origins[path.join(".")] ?? path.join("."),
  }));
  const resolve = (document: Requirements) =>
    questionOf([...below, movedLayer(document)], { catalog, asOf }).need;
  const { need: asked, sheets } = questionOf([...below, movedLayer({})], { catalog, asOf });
  const documentFor = (changes: Changes) => documentOfChanges(changes, asked, resolve);
  return {
    sheets,
    asked,
    needFor: (changes) => resolve(documentFor(changes)),
    statedFor: (changes) => ({
      ...mergeLayers([...below, movedLayer(documentFor(changes))]).document,
      asOf: asked.asOf,
    }),
    answerFor: (need, draws = sampling.draws) =>
      answerTo(questionAbout(need, { catalog, seed: sampling.seed, draws })),
    pickFor: (need) => decide(need, sheets).ranking[0]?.id ?? null,
  };
}

/** A control states its value as an option on the command line would. */
function movedLayer(document: Requirements): Layer {
  return {
    from: "flag",
    document,
    originOf: (path) => {
      const value = path.reduce<unknown>(
        (part, key) => (part as Record<string, unknown> | undefined)?.[key],
        document,
      );
      return toCommand(documentOf([[path, value]])).join(" ") || path.join(".");
    },
  };
}
