/** The arithmetic behind every figure of a model: the account that `explain` gives, part by part. */
import { explainModel } from "../../answers/explanation/index.ts";
import type { Explanation } from "../../answers/explanation/schema.ts";
import { costBlocks } from "../../answers/explanation/screen/cost.ts";
import { qualityBlocks } from "../../answers/explanation/screen/quality.ts";
import { requirementBlocks } from "../../answers/explanation/screen/requirements.ts";
import { scoreBlocks } from "../../answers/explanation/screen/score.ts";
import { waitBlocks } from "../../answers/explanation/screen/wait.ts";
import type { Block } from "../../format/document.ts";
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import { accountId } from "../door.ts";
import type { PageElement } from "../dom.ts";
import { nameElement, plainName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import { blockElements } from "./blocks.ts";
import { sourceItems } from "./sources.ts";

/** Models with an account written out where no script can open one. */
const MOST_ACCOUNTS = 3;

export type AccountPart = Criterion | "score";

const BLOCKS: Record<AccountPart, (explanation: Explanation) => Block[]> = {
  cost: costBlocks,
  latency: waitBlocks,
  quality: qualityBlocks,
  score: (explanation) => [...scoreBlocks(explanation), ...requirementBlocks(explanation)],
};

/** What one figure of a model was worked out from, and the sources it rests on. */
export function accountOf(
  pen: Pen,
  { shown }: View,
  part: AccountPart,
  id: string,
): { title: string; parts: PageElement[] } {
  const { make } = pen;
  const explanation = explainModel(shown, id);
  const row = shown.result.ranking.find(({ model }) => model === id);
  const ids = part === "score" ? [] : (row?.criteria[part].evidence ?? []);
  const sources = ids.flatMap((source) => shown.result.sources[source] ?? []);
  return {
    title: plainName(explanation.name),
    parts: [
      ...blockElements(make, BLOCKS[part](explanation), "h3"),
      ...(sources.length === 0 ? [] : [make("h3", {}, "Who says so"), sourceItems(make, sources)]),
    ],
  };
}

export function accountsParts(pen: Pen, view: View): PageElement[] {
  const { make } = pen;
  return view.shown.result.ranking
    .slice(0, MOST_ACCOUNTS)
    .map(({ model, name }) =>
      make(
        "details",
        { class: "account", id: accountId(model) },
        make("summary", {}, "How the figures of ", nameElement(make, name), " come about"),
        ...(pen.isLive
          ? []
          : [...CRITERIA, "score" as const].flatMap(
              (part) => accountOf(pen, view, part, model).parts,
            )),
      ),
    );
}
