/** Every fact with its source and date, the claims it was preferred to, and why those lost. */
import { type Block, dim, linked, strong, type Text } from "../../../format/document.ts";
import { capitalised } from "../../../words/sentences.ts";
import { rounded, stated, statedWithUnit } from "../../../words/units.ts";
import type { FactClaim, FactRecord, Explanation } from "../schema.ts";

export function evidenceBlocks(explanation: Explanation): Block[] {
  const { facts, article } = explanation;
  const known = facts.filter((fact) => fact.status !== "missing");
  const missing = facts.filter((fact) => fact.status === "missing");
  const none = missing.map((fact) => fact.label).join(", ");
  return [
    { kind: "heading", text: "Evidence" },
    { kind: "list", items: known.map((fact) => factText(fact, explanation)) },
    ...(none === ""
      ? []
      : [{ kind: "paragraph", text: `Nobody in the catalog states: ${none}.` } as const]),
    ...(article.length === 0
      ? []
      : [
          { kind: "heading", text: "Often said" } as const,
          { kind: "list", items: article.map((each) => articleText(each, explanation)) } as const,
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

function factText(fact: FactRecord, { sources }: Explanation): Text {
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
  const rest = others.flatMap((claim) => otherText(claim, fact, sources));
  return [
    strong(fact.label),
    `: ${statedWithUnit(averaged.length === 0 ? fact.value : rounded(fact.value), fact.unit)}${flags.length === 0 ? "" : ` (${flags.join(", ")})`}`,
    ...(taken === undefined
      ? []
      : averaged.length === 0
        ? [", ", ...claimText(taken, sources), "."]
        : [", the geometric mean of ", ...meanText([taken, ...averaged], fact, sources), "."]),
    dim(agree),
    ...rest,
  ];
}

function isSame(claim: FactClaim, fact: FactRecord): boolean {
  return JSON.stringify(claim.value) === JSON.stringify(fact.value);
}

type Pieces = Exclude<Text, string>;
type Sources = Explanation["sources"];

function meanText(claims: readonly FactClaim[], { unit }: FactRecord, sources: Sources): Pieces {
  return claims.flatMap((claim, place) => {
    const lead = place === 0 ? "" : place === claims.length - 1 ? " and " : ", ";
    return [`${lead}${stated(claim.value, unit)} (`, ...claimText(claim, sources), ")"];
  });
}

function claimText(
  { source, class: sourceClass, observed, undated, via, unverified, about }: FactClaim,
  sources: Sources,
): Pieces {
  const scope =
    about === "default snapshot" || about === "every snapshot" ? [] : [`about ${about}`];
  const day = undated ? `undated, taken for ${observed}` : observed;
  const told = [
    sourceClass,
    day,
    ...scope,
    ...(via === null ? [] : ["read in a copy"]),
    ...(unverified ? ["unverified"] : []),
  ];
  return [linked(source, sources[source]?.url), `, ${told.join(", ")}`];
}

function otherText(claim: FactClaim, fact: FactRecord, sources: Sources): Pieces {
  const why =
    claim.because === null
      ? ""
      : ` (${claim.because}${claim.role === "widens" ? "; widens the range" : ""})`;
  const lead = claim.role === "widens" ? "Also" : "Not";
  return [
    dim(` ${lead} ${stated(claim.value, fact.unit)} by `),
    linked(claim.source, sources[claim.source]?.url, "dim"),
    dim(`, ${claim.observed}${why}.`),
  ];
}

function articleText(
  { dimension, claim, verdict, evidence, sources: named }: Explanation["article"][number],
  { sources }: Explanation,
): Text {
  return [
    strong(dimension),
    `: “${claim}” ${capitalised(verdict.replaceAll("-", " "))}. ${evidence}`,
    dim(" ["),
    ...named.flatMap((id, place) => [
      dim(place === 0 ? "" : ", "),
      linked(id, sources[id]?.url, "dim"),
    ]),
    dim("]"),
  ];
}

function sourceText([id, source]: [string, Explanation["sources"][string]]): Text {
  const { title, url, class: sourceClass, published, checked, note } = source;
  const dates = `${published === null ? "" : `published ${published}, `}checked ${checked}`;
  return [
    linked(id, url, "strong"),
    `: ${title} (${sourceClass}, ${dates})${note === null ? "" : `. ${note}`}`,
    ...(url === null ? [] : [` ${url}`]),
  ];
}
