/** The standing of a model: first, behind, open, excluded or not considered, and in one sentence why. */
import type { Explanation, TestedRequirement } from "./schema.ts";
import type { Decision } from "../../decision/decision.ts";
import { counted, list, points } from "../../words/figures.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { alone } from "../recommendation/summary.ts";
import { closestChange } from "../../words/requirement-sentences.ts";
import { opponentOf } from "./score-account.ts";
import type { Subject } from "./subject.ts";

type Standing = Explanation["standing"];

export function standingOf(
  subject: Subject,
  tested: readonly TestedRequirement[],
  { decision, result }: Answer,
): Standing {
  const { ranked, screened, valued } = subject;
  const failed = tested.filter((test) => test.status === "failed");
  const open = tested.filter((test) => test.status === "open");
  const status = statusOf(subject);
  return {
    status,
    rank: ranked?.rank ?? null,
    ranked: decision.ranking.length,
    score: valued?.score ?? null,
    probabilityBest:
      result.ranking.find((row) => row.model === subject.id)?.probabilityBest ?? null,
    tie: isTied(subject, decision),
    failed,
    open,
    closestChange: closestChange(screened, decision.need),
    message: messageOf(subject, status, failed, open, decision),
  };
}

/** The pick is first even where a requirement stays open for everybody. */
function statusOf({ ranked, screened, isExcluded }: Subject): Standing["status"] {
  if (isExcluded) return "excluded";
  if (ranked === null) return "not-considered";
  if (ranked.rank === 1) return "first";
  return screened.screen === "unknown" ? "open" : "behind";
}

function isTied({ id, ranked }: Subject, decision: Decision): boolean {
  const other = opponentOf(id, decision);
  if (ranked === null || other === null || !decision.eligible.includes(ranked)) return false;
  if (!decision.eligible.includes(other)) return false;
  const { nearTieMargin } = decision.sheets.catalog.levels.decision;
  return Math.abs(ranked.score - other.score) < nearTieMargin;
}

function messageOf(
  { id, name, ranked, valued }: Subject,
  status: Standing["status"],
  failed: readonly TestedRequirement[],
  open: readonly TestedRequirement[],
  decision: Decision,
): string {
  const other = opponentOf(id, decision);
  const score = valued === null ? "" : `${points(valued.score)} of 100 points`;
  const reasons = (tests: readonly TestedRequirement[]) =>
    list(tests.flatMap((test) => test.message ?? []));
  switch (status) {
    case "first": {
      const lead =
        other === null || valued === null
          ? `, ${alone(decision)}`
          : `, ${points(valued.score - other.score)} ahead of ${other.assessment.candidate.name}`;
      const doubt =
        open.length === 0
          ? ""
          : `; ${counted(open.length, "requirement")} unconfirmed: ${reasons(open)}`;
      return `${name} comes first with ${score}${lead}${doubt}`;
    }
    case "behind":
    case "open": {
      const place = `${name} is number ${ranked?.rank ?? 0} of ${decision.ranking.length} with ${score}`;
      const gap =
        other === null || valued === null
          ? ""
          : valued.score > other.score
            ? `, more than ${other.assessment.candidate.name} but with a requirement nobody can test`
            : `, ${points(other.score - valued.score)} behind ${other.assessment.candidate.name}`;
      return `${place}${gap}${open.length === 0 ? "" : `; open: ${reasons(open)}`}`;
    }
    case "excluded":
      return `${name} is excluded: it ${reasons(failed)}`;
    case "not-considered": {
      const obstacles =
        failed.length + open.length === 0
          ? "passes every requirement"
          : reasons([...failed, ...open]);
      return `${name} was not among the models compared; it ${obstacles}${score === "" ? "" : ` and would score ${score}`}`;
    }
  }
}
