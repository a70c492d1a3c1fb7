/** Asks the engine in the page, with the catalog the page carries: the very decision the program makes. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { answerTo, questionAbout, questionOf } from "../../ask.ts";
import { decide, leadOfPick } from "../../decision/decision.ts";
import type { Need } from "../../decision/need.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { toCommand } from "../../question/flags.ts";
import { type Layer, type Path, documentOf, mergeLayers } from "../../question/merge.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { type PageData, type StatedLayer, statedLayer } from "../page-data.ts";

export interface Asker {
  sheets: FactSheets;
  /** What was asked, before anything was moved. */
  asked: Need;
  /** @throws Failure for requirements that cannot hold together */
  needFor: (moved: Requirements) => Need;
  /** All that is stated, by whoever made the report and by whoever moved a control. */
  statedFor: (moved: Requirements) => Requirements;
  answerFor: (need: Need, draws?: number) => Answer;
  /** What was moved, as one more source of requirements; null where nothing was. */
  movedLayer: (moved: Requirements) => StatedLayer | null;
  /** What is picked for a use case as it stands, by its points alone. */
  pickForUseCase: (useCase: string) => { model: string; tie: boolean } | null;
  /** The pick by its points alone; null when no model qualifies. */
  pickFor: (need: Need) => string | null;
}

export function openAsker({ catalog, asOf, layers, sampling }: PageData): Asker {
  const below = layers.map(({ from, document, origins }): Layer => ({
    from,
    document,
    originOf: (path) => origins[path.join(".")]?.text ?? path.join("."),
    argvOf: (path) => origins[path.join(".")]?.argv ?? [],
  }));
  const resolve = (document: Requirements) =>
    questionOf([...below, movedLayer(document)], { catalog, asOf }).need;
  const { need: asked, sheets } = questionOf([...below, movedLayer({})], { catalog, asOf });
  return {
    sheets,
    asked,
    needFor: resolve,
    statedFor: (moved) => ({
      ...mergeLayers([...below, movedLayer(moved)]).document,
      asOf: asked.asOf,
    }),
    answerFor: (need, draws = sampling.draws) =>
      answerTo(questionAbout(need, { catalog, seed: sampling.seed, draws })),
    movedLayer: (document) => {
      if (Object.keys(document).length === 0) return null;
      return statedLayer(movedLayer(document));
    },
    pickForUseCase: (useCase) => {
      const layer: Layer = { from: "flag", document: { useCase }, originOf: () => useCase };
      const decision = decide(questionOf([layer], { catalog, asOf: sheets.asOf }).need, sheets);
      const [pick] = decision.ranking;
      return pick === undefined
        ? null
        : { model: pick.id, tie: leadOfPick(decision)?.tie ?? false };
    },
    pickFor: (need) => decide(need, sheets).ranking[0]?.id ?? null,
  };
}

/** A control states its value as an option on the command line would. */
function movedLayer(document: Requirements): Layer {
  const argvOf = (path: Path) => {
    const value = path.reduce<unknown>(
      (part, key) => (part as Record<string, unknown> | undefined)?.[key],
      document,
    );
    return toCommand(documentOf([[path, value]]));
  };
  return {
    from: "flag",
    document,
    originOf: (path) => argvOf(path).join(" ") || path.join("."),
    argvOf,
  };
}
