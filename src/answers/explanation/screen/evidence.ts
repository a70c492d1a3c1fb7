/** Every fact with its source and date, the claims it was preferred to, and why those lost. */
import { capitalised } from "../../../words/sentences.ts";
import type { Explanation, FactClaim, FactRecord } from "../schema.ts";
import { type Block, dim, strong, type Text } from "../../../format/document.ts";
import { list } from "../../../words/figures.ts";
import { rounded, stated } from "../../../words/units.ts";

export function evidenceBlocks(explanation: Explanation): Block[] {
  const { facts, article } = explanation;
  const known = facts.filter((fact) => fact.status !== "missing");
  const missing = facts.filter((fact) => fact.status === "missing");
  const none = missing.map((fact) => fact.label).join(", ");
  return [
    { kind: "heading", text: "Evidence" },
    { kind: "list", items: known.map(factText) },
    ...(none === ""
      ? []
      : [{ kind: "paragraph", text: `Nobody in the catalog states: ${none}.` } as const]),
    ...(article.length === 0
      ? []
      : [
          { kind: "heading", text: "Often said" } as const,
          { kind: "list", items: article.map(articleText) } as const,
        ]),
    { kind: "heading", text: "Sources" },
    { kind: "list", items: namedSources(explanation).map(sourceText) },
  ];
}

/** Those the text names; sources that merely agree stand in the JSON. */
function namedSources({ facts, article, tested, hingesOn, sources }: Explanation) {
  const named = new Set([
    ...facts.flatMap((fact) =>
      fact.claims
        .filter((claim) => claim.role === "taken" || !isSame(claim, fact))
        .map((claim) => claim.source),
    ),
    ...article.flatMap((each) => each.sources),
    ...tested.flatMap((test) => test.evidence),
    ...hingesOn.flatMap((hinge) => hinge.claims.map((claim) => claim.source)),
  ]);
  return Object.entries(sources).filter(([id]) => named.has(id));
}

function factText(fact: FactRecord): Text {
  const taken = fact.claims.find((claim) => claim.role === "taken");
  const flags = [
    ...(fact.status === "stale" ? ["stale"] : []),
    ...(fact.disputed ? ["disputed"] : []),
    ...(fact.sibling ? ["from another snapshot"] : []),
  ];
  const agreeing = fact.claims.filter((claim) => isSame(claim, fact) && claim !== taken);
  const others = fact.claims.filter(
    (claim) => !isSame(claim, fact) && claim.role !== "taken" && claim.role !== "averaged",
  );
  const averaged = fact.claims.filter((claim) => claim.role === "averaged");
  const agree =
    agreeing.length === 0
      ? ""
      : ` ${agreeing.length} more ${agreeing.length === 1 ? "claim says" : "claims say"} the same.`;
  const rest = others
    .map((claim) => ` ${claim.role === "widens" ? "Also" : "Not"} ${otherText(claim, fact)}.`)
    .join("");
  return [
    strong(fact.label),
    `: ${valueText(averaged.length === 0 ? fact.value : rounded(fact.value), fact)}${flags.length === 0 ? "" : ` (${flags.join(", ")})`}`,
    taken === undefined
      ? ""
      : averaged.length === 0
        ? `, ${claimText(taken)}.`
        : `, the geometric mean of ${list([taken, ...averaged].map((claim) => `${stated(claim.value, fact.unit)} (${claimText(claim)})`))}.`,
    dim(`${agree}${rest}`),
  ];
}

function isSame(claim: FactClaim, fact: FactRecord): boolean {
  return JSON.stringify(claim.value) === JSON.stringify(fact.value);
}

function valueText(value: unknown, { unit }: FactRecord): string {
  const text = stated(value, unit);
  if (unit === null || text.endsWith(unit)) return text;
  // The dollar sign already says which money.
  return `${text} ${unit.replace("USD ", "")}`;
}

function claimText({
  source,
  class: sourceClass,
  observed,
  undated,
  via,
  unverified,
  about,
}: FactClaim): string {
  const scope =
    about === "default snapshot" || about === "every snapshot" ? [] : [`about ${about}`];
  const day = undated ? `undated, taken for ${observed}` : observed;
  return [
    source,
    sourceClass,
    day,
    ...scope,
    ...(via === null ? [] : ["read in a copy"]),
    ...(unverified ? ["unverified"] : []),
  ].join(", ");
}

function otherText(claim: FactClaim, fact: FactRecord): string {
  const why =
    claim.because === null
      ? ""
      : ` (${claim.because}${claim.role === "widens" ? "; widens the range" : ""})`;
  return `${stated(claim.value, fact.unit)} by ${claim.source}, ${claim.observed}${why}`;
}

function articleText({
  dimension,
  claim,
  verdict,
  evidence,
  sources,
}: Explanation["article"][number]): Text {
  return [
    strong(dimension),
    `: “${claim}” ${capitalised(verdict.replaceAll("-", " "))}. ${evidence}`,
    dim(` [${sources.join(", ")}]`),
  ];
}

function sourceText([id, source]: [string, Explanation["sources"][string]]): Text {
  const { title, url, class: sourceClass, published, checked, note } = source;
  const dates = `${published === null ? "" : `published ${published}, `}checked ${checked}`;
  return [
    strong(id),
    `: ${title} (${sourceClass}, ${dates})${note === null ? "" : `. ${note}`}`,
    ...(url === null ? [] : [` ${url}`]),
  ];
}
