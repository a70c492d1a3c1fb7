/** One model's facts for people: a chapter a group of facts, each claim with a mark for what it comes to. */
import type { Candidate } from "../../facts/candidate.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { gridOf, type GridColumns, tableOf } from "../../format/columns.ts";
import {
  type Block,
  dim,
  type Document,
  linked,
  span,
  strong,
  type Text,
} from "../../format/document.ts";
import type { Grid } from "../../format/presentation.ts";
import type { Claim } from "../../schema/claim.ts";
import { stated, inWords } from "../../words/units.ts";
import type { ResolvedTrait, Standing } from "./standing.ts";

// Groups of a model's facts, and the label of each fact inside its group.

interface Group {
  title: string;
  /** First words of the paths it holds; the first of them goes without saying. */
  rooms: readonly string[];
}

const GROUPS: readonly Group[] = [
  { title: "Prices, per million tokens", rooms: ["prices"] },
  {
    title: "Fine-tuning prices, per million tokens",
    rooms: ["fineTunedPrices", "trainingUsdPerMillionTokens"],
  },
  { title: "Tools and surcharges", rooms: ["tools", "longContext", "regionalUplift"] },
  { title: "Limits", rooms: ["limits"] },
  { title: "Rate limits, by usage tier", rooms: ["rateLimits"] },
  { title: "Image tokens and tokenizer", rooms: ["imageTokens", "tokenizer"] },
  { title: "Modalities and endpoints", rooms: ["modalities", "endpoints"] },
  { title: "Features", rooms: ["features"] },
  { title: "Request parameters", rooms: ["requestParameters"] },
  { title: "Benchmarks", rooms: ["benchmarks"] },
  { title: "Other results, never used to decide", rooms: ["otherResults"] },
  { title: "The same work before and after", rooms: ["measuredSwitches"] },
  { title: "Speed", rooms: ["speed"] },
  { title: "Lifecycle", rooms: ["lifecycle", "alias"] },
  { title: "Reasoning", rooms: ["reasoning"] },
  { title: "About", rooms: ["about", "knowledgeCutoff", "parameters"] },
];
const ELSE: Group = { title: "Else", rooms: [] };

/** Facts by chapter, in the chapters' order; nothing is lost when the schema grows a room of its own. */
export function grouped<Item extends { path: readonly string[] }>(
  items: readonly Item[],
): { group: Group; items: Item[] }[] {
  return [...GROUPS, ELSE]
    .map((group) => ({ group, items: items.filter(({ path }) => groupOf(path) === group) }))
    .filter((each) => each.items.length > 0);
}

function groupOf([room = ""]: readonly string[]): Group {
  return GROUPS.find(({ rooms }) => rooms.includes(room)) ?? ELSE;
}

/** `standard: cached input`, `tier 1: requests per minute`, `gpqa`. */
export function factName(path: readonly string[], group: Group): string {
  const unsaid = path[0] === group.rooms[0] && path.length > 1;
  const words = (unsaid ? path.slice(1) : path).map(inWords);
  if (path[0] === "rateLimits") return [`tier ${words[0] ?? ""}`, ...words.slice(1)].join(": ");
  return words.join(": ");
}

const MARKS: Record<Standing, string> = {
  counts: "●",
  agrees: "=",
  disputes: "≠",
  "other-snapshot": "·",
  "other-platform": "·",
  "not-in-force": "·",
};

export interface StatedTrait extends ResolvedTrait {
  unit: string | null;
}

interface ClaimRow {
  trait: StatedTrait;
  claim: Claim;
  standing: Standing;
  /** Of the fact inside its chapter; empty for what stands below another claim of it. */
  name: string;
}

function rowsOf(traits: readonly StatedTrait[], group = ELSE): ClaimRow[] {
  return traits.flatMap((trait) => {
    const tier = trait.tier === "standard" ? "" : ` (${trait.tier})`;
    const name = `${factName(trait.path, group)}${tier}`;
    return trait.claims.map((each, place) => ({ trait, ...each, name: place === 0 ? name : "" }));
  });
}

function columnsOf(
  candidate: Candidate,
  { sources }: Pick<FactSheets, "sources">,
): GridColumns<ClaimRow> {
  return {
    path: {
      value: ({ trait }) => trait.path.join("."),
      header: "fact",
      text: ({ name }) => name,
    },
    serviceTier: { value: ({ trait }) => trait.tier },
    standing: { value: ({ standing }) => standing },
    value: {
      value: ({ claim: { value } }) =>
        typeof value === "number" || typeof value === "boolean" ? value : stated(value, null),
      header: "value",
      text: (row) => valueText(row, candidate),
    },
    unit: { value: ({ trait }) => trait.unit },
    source: {
      value: ({ claim }) => claim.source,
      header: "observed, source",
      text: ({ claim: { source, observed, undated } }) => [
        `${undated === true ? "undated   " : observed} `,
        linked(source, sources.get(source)?.url),
      ],
    },
    observed: { value: ({ claim }) => claim.observed },
    undated: { value: ({ claim }) => claim.undated === true },
    scope: {
      value: ({ claim: { scope } }) => (Array.isArray(scope) ? scope.join(" ") : (scope ?? null)),
    },
    platform: { value: ({ claim }) => claim.platform ?? null },
    from: { value: ({ claim }) => claim.from ?? null },
    until: { value: ({ claim }) => claim.until ?? null },
    via: { value: ({ claim }) => claim.via ?? null },
    unverified: { value: ({ claim }) => claim.unverified === true },
    note: { value: ({ claim }) => claim.note ?? null },
  };
}

/** One model's claims for spreadsheets: a row a claim, figures as numbers. */
export function modelGrid(
  traits: readonly StatedTrait[],
  candidate: Candidate,
  sheets: FactSheets,
): Grid {
  return gridOf(columnsOf(candidate, sheets), rowsOf(traits));
}

export function modelDocument(
  traits: readonly StatedTrait[],
  candidate: Candidate,
  sheets: FactSheets,
): Document {
  const { model, name, id, snapshot } = candidate;
  const columns = columnsOf(candidate, sheets);
  const chapters = grouped(traits).flatMap(({ group, items }): Block[] => [
    { kind: "heading", text: group.title },
    tableOf(columns, rowsOf(items, group)),
  ]);
  return {
    title: `${name}: what the catalog says`,
    blocks: [
      {
        kind: "headline",
        left: [strong(name), "   ", dim(id)],
        right: [dim(`as of ${sheets.asOf}`)],
      },
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

function valueText(
  { trait: { fact, unit }, claim, standing }: ClaimRow,
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
