/** One model's facts for people: a table a chapter, each claim with a mark for what it comes to. */
import type { Candidate } from "../../facts/candidate.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { Claim } from "../../schema/claim.ts";
import {
  type Block,
  type Column,
  dim,
  type Document,
  linked,
  span,
  strong,
  type Text,
} from "../../format/document.ts";
import { factName, grouped } from "./model-groups.ts";
import type { ResolvedTrait, Standing } from "./standing.ts";
import { stated } from "../../words/units.ts";

const MARKS: Record<Standing, string> = {
  counts: "●",
  agrees: "=",
  disputes: "≠",
  "other-snapshot": "·",
  "other-platform": "·",
  "not-in-force": "·",
};

const COLUMNS: readonly Column[] = [
  { header: "fact", align: "left" },
  { header: "value", align: "left" },
  { header: "observed, source", align: "left" },
];

export interface StatedTrait extends ResolvedTrait {
  unit: string | null;
}

export function modelDocument(
  candidate: Candidate,
  traits: readonly StatedTrait[],
  { asOf, sources }: Pick<FactSheets, "asOf" | "sources">,
): Document {
  const { model, name, id, snapshot } = candidate;
  const chapters = grouped(traits).flatMap(({ group, items }): Block[] => [
    { kind: "heading", text: group.title },
    {
      kind: "table",
      columns: COLUMNS,
      rows: items.flatMap((trait) =>
        rowsOf(trait, factName(trait.path, group), candidate, sources),
      ),
    },
  ]);
  return {
    title: `${name}: what the catalog says`,
    blocks: [
      { kind: "headline", left: [strong(name), "   ", dim(id)], right: [dim(`as of ${asOf}`)] },
      {
        kind: "notes",
        rows: [
          { label: "Provider", text: model.provider },
          { label: "Role", text: model.role },
          { label: "Snapshot", text: snapshot?.id ?? "none released yet" },
          {
            label: "Marks",
            text:
              `${MARKS.counts} counts on this day, ${MARKS.agrees} agrees with it, ` +
              `${MARKS.disputes} disputes it, ` +
              `${MARKS["other-snapshot"]} is about another platform, snapshot or time`,
          },
        ],
      },
      ...chapters,
    ],
  };
}

function rowsOf(
  trait: StatedTrait,
  name: string,
  candidate: Candidate,
  sources: FactSheets["sources"],
): Text[][] {
  const tier = trait.tier === "standard" ? "" : ` (${trait.tier})`;
  return trait.claims.map(({ claim, standing }, index) => [
    index === 0 ? `${name}${tier}` : "",
    valueText(trait, claim, standing, candidate),
    [
      `${claim.undated === true ? "undated   " : claim.observed} `,
      linked(claim.source, sources.get(claim.source)?.url),
    ],
  ]);
}

function valueText(
  { fact, unit }: StatedTrait,
  claim: Claim,
  standing: Standing,
  candidate: Candidate,
): Text {
  const value = `${MARKS[standing]} ${stated(claim.value, unit)}`;
  const stale = standing === "counts" && fact.status === "stale" ? ["stale"] : [];
  const about = [...stale, ...scopeOf(claim, standing, candidate)];
  const said = about.length === 0 ? [] : [dim(` (${about.join(", ")})`)];
  if (standing === "counts") return [strong(value), ...said];
  const because = standing === "disputes" && claim.note !== undefined ? [`: ${claim.note}`] : [];
  return [standing === "disputes" ? span("warning", value) : value, ...said, ...because];
}

/** Whom and when a claim speaks of, where that is not simply the snapshot shown on this day. */
function scopeOf(claim: Claim, standing: Standing, { model }: Candidate): string[] {
  const short = (id: string) => id.replace(`${model.id}-`, "");
  const { platform, scope, from, until } = claim;
  return [
    ...(platform === undefined ? [] : [platform]),
    ...(scope === "alias" ? ["alias"] : []),
    ...(Array.isArray(scope) && standing === "other-snapshot" ? scope.map(short) : []),
    ...(standing !== "not-in-force"
      ? []
      : [
          from === undefined ? "" : `from ${from}`,
          until === undefined ? "" : `until ${until}`,
        ].filter((each) => each !== "")),
    ...(claim.unverified === true ? ["unverified"] : []),
  ];
}
