/** Leaving a model that ends: where to, what breaks in a request, and the steps until its last day. */
import { migrate } from "../../answers/migration/migrate.ts";
import { migrationQuestion } from "../../answers/migration/question.ts";
import { migrationScreen } from "../../answers/migration/screen/screen.ts";
import { questionAbout } from "../../ask.ts";
import { assessmentsOf } from "../../decision/decision.ts";
import type { PageElement } from "../dom.ts";
import { plainName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import { blockElements } from "./blocks.ts";

/** The pick where its end is announced; where nobody is left, the first that has ended. */
function endingModel({ answer }: View): { id: string; name: string } | null {
  const [pick] = answer.decision.ranking;
  const looked = pick === undefined ? assessmentsOf(answer.decision) : [pick.assessment];
  const ending = looked.find(({ lifecycle }) => lifecycle.shutdown.value !== null);
  return ending === undefined ? null : { id: ending.candidate.id, name: ending.candidate.name };
}

/** Empty where nothing that is shown ends. @param isWhole what opens too, and not the headline alone */
export function leavingParts({ make }: Pen, view: View, isWhole: boolean): PageElement[] {
  const from = endingModel(view);
  if (from === null) return [];
  const name = plainName(from.name);
  const headline = make("summary", {}, `Leaving ${name}: where to, what breaks, by when`);
  if (!isWhole) return [headline];
  const { need, sheets } = view.answer.decision;
  const { recommendOptions } = questionAbout(need, sheets);
  const asked = migrationQuestion({ from: from.id }, need, sheets);
  const result = migrate(asked.need, sheets, asked.question, recommendOptions);
  const { blocks } = migrationScreen(result, true);
  // Its last block names commands.
  return [headline, ...blockElements(make, blocks.slice(0, -1), "h3")];
}
