/** What would reopen the decision, what its models are followed by, and where the facts come from. */
import type { Answer } from "../../recommendation/recommend.ts";
import type { Explanation } from "../schema.ts";
import { list } from "../../../words/figures.ts";
import { rounded, stated } from "../../../words/units.ts";
import { address, bullets, line, paragraph } from "./markup.ts";

export function moreInformation({ result }: Answer, explanation: Explanation): string[] {
  const { flips, hingesOn, successor, splitting, hints } = result;
  const changes =
    explanation.toBecomeFirst === null || explanation.toBecomeFirst.message === ""
      ? []
      : [paragraph(explanation.toBecomeFirst.message)];
  return [
    ...(flips.length === 0
      ? changes
      : [
          "Decide again when one of these is so:",
          bullets(flips.map((flip) => line(flip.message))),
        ]),
    ...(hingesOn.length === 0
      ? []
      : ["Facts worth checking:", bullets(hingesOn.map((hinge) => line(hinge.message)))]),
    ...(successor === null ? [] : [paragraph(`${successor.message}.`)]),
    ...(splitting === null ? [] : [paragraph(`${splitting.message}.`)]),
    ...(hints.length === 0 ? [] : ["Worth knowing:", bullets(hints.map(line))]),
    "Evidence:",
    bullets(evidence(explanation)),
  ];
}

/** The facts of the chosen option with their sources; the rest of the account is in `pick-model explain`. */
function evidence({ facts, sources }: Explanation): string[] {
  return facts.flatMap((fact) => {
    const taken = fact.claims.find((claim) => claim.role === "taken");
    const source = taken === undefined ? undefined : sources[taken.source];
    if (taken === undefined || source === undefined) return [];
    const averaged = fact.claims.filter((claim) => claim.role === "averaged");
    const text = stated(averaged.length === 0 ? fact.value : rounded(fact.value), fact.unit);
    const unit =
      fact.unit === null || text.endsWith(fact.unit) ? "" : ` ${fact.unit.replace("USD ", "")}`;
    const flags = [
      ...(fact.status === "stale" ? ["stale"] : []),
      ...(fact.disputed ? ["disputed"] : []),
      ...(taken.undated ? ["undated"] : []),
      ...(taken.via === null ? [] : ["read in a copy"]),
    ];
    const mean =
      averaged.length === 0
        ? ""
        : `mean over the measurers of ${list([taken, ...averaged].map(({ value }) => stated(value, fact.unit)))}; `;
    const where = `${mean}${source.title} (${[source.class, taken.observed, ...flags].join(", ")})`;
    const link = source.url === null ? "" : ` ${address(source.url)}`;
    return [`${line(`${fact.label}: ${text}${unit}; ${where}`)}${link}`];
  });
}
