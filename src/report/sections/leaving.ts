/** Leaving a model that ends: where to, what breaks in a request, and the steps until its last day. */
import { migrate } from "../../answers/migration/migrate.ts";
import { migrationQuestion } from "../../answers/migration/question.ts";
import { migrationBlocks } from "../../answers/migration/screen/screen.ts";
import { questionAbout } from "../../ask.ts";
import { assessmentsOf } from "../../decision/decision.ts";
import type { Candidate } from "../../facts/candidate.ts";
import { list } from "../../words/figures.ts";
import type { PageElement } from "../dom.ts";
import { plainName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import { blockElements } from "./blocks.ts";

/** The pick where its end is announced; otherwise those that are gone on the day, which someone still has to leave. */
function endingModels({ answer: { decision } }: View): readonly Candidate[] {
  const [pick] = decision.ranking;
  if (pick !== undefined && pick.assessment.lifecycle.shutdown.value !== null) {
    return [pick.assessment.candidate];
  }
  return assessmentsOf(decision)
    .filter(
      ({ lifecycle: { shutdown } }) =>
        shutdown.value !== null && shutdown.value < decision.need.asOf,
    )
    .filter(({ candidate }) => candidate.model.role === "candidate")
    .map(({ candidate }) => candidate);
}

/** Empty where nothing that is shown ends. @param isWhole what opens too, and not the headline alone */
export function leavingParts({ make }: Pen, view: View, isWhole: boolean): PageElement[] {
  const ending = endingModels(view);
  if (ending.length === 0) return [];
  const names = list(ending.map(({ name }) => plainName(name)));
  const headline = make("summary", {}, `Leaving ${names}: where to, what breaks, by when`);
  if (!isWhole) return [headline];
  const { need, sheets } = view.answer.decision;
  const { recommendOptions } = questionAbout(need, sheets);
  const blocks = ending.flatMap(({ id }) => {
    const asked = migrationQuestion({ from: id }, need, sheets);
    return migrationBlocks(migrate(asked.need, sheets, asked.question, recommendOptions), true);
  });
  return [headline, ...blockElements(make, blocks, "h3")];
}
