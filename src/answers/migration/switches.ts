/** Published measurements of the same work before and after a change to one of the targets. */
import type { Decision } from "../../decision/decision.ts";
import type { Migration } from "./schema.ts";

export function switchesTo({ ranking }: Decision): Migration["measuredSwitches"] {
  return ranking.flatMap(({ assessment: { sheet } }) =>
    sheet
      .plain("measuredSwitches", { anyEffort: true, anyPlatform: true })
      .statements.map(({ claim }) => ({
        from: claim.value.from,
        to: sheet.candidate.id,
        effort: claim.effort ?? null,
        platform: claim.platform ?? null,
        work: claim.value.work,
        result: claim.value.result,
        evidence: [claim.source],
        observed: claim.observed,
      })),
  );
}
