/** The view: the shown answer or, where nobody qualifies, the successors judged by the same requirements. */
import type { Answer } from "../answers/recommendation/recommend.ts";
import { answerTo, questionAbout } from "../ask.ts";
import type { Assessment } from "../decision/assessment.ts";
import { assessmentsOf } from "../decision/decision.ts";

export interface View {
  answer: Answer;
  /** What the cards and charts are about: the answer itself, or who could stand in for nobody. */
  shown: Answer;
  /** Whether `shown` is about successors because the answer is nobody. */
  standsIn: boolean;
}

export function viewOf(answer: Answer): View {
  const standIn = answer.decision.ranking.length > 0 ? null : standInOf(answer);
  return { answer, shown: standIn ?? answer, standsIn: standIn !== null };
}

/** The same question with successors ranked too; null when they do not qualify either. */
function standInOf({ decision: { need, sheets } }: Answer): Answer | null {
  if (need.includeSuccessors) return null;
  const question = questionAbout({ ...need, includeSuccessors: true }, sheets);
  const answer = answerTo(question);
  return answer.decision.ranking.length > 0 ? answer : null;
}

/** Ids of all models the page speaks of, in the catalog's order of ids. */
export function modelsShown({ shown }: View): string[] {
  return assessmentsOf(shown.decision)
    .map(({ candidate }) => candidate.id)
    .toSorted();
}

/** Nobody measured its quality on this kind of work: a cautious guess stands in for it. */
export function isQualityMeasured({ quality }: Assessment): boolean {
  return quality.estimate !== null;
}

/** Some figure of its wait is a cautious guess. */
export function isWaitMeasured({ wait }: Assessment): boolean {
  return wait.missing.length === 0;
}
