/** The score as the sum of its parts: of one model, and of two side by side. */
import { type Block, type Text, span, strong } from "../../../format/document.ts";
import type { Criterion } from "../../../schema/vocabulary.ts";
import { points, signedPoints, duration, index, money, percent } from "../../../words/figures.ts";
import type { Answer } from "../../recommendation/recommend.ts";
import type { RankedModel } from "../../recommendation/ranking-schema.ts";
import type { Explanation } from "../schema.ts";
import { figure, signed } from "./arithmetic.ts";

// The score of the model beside the other one's: figures, what they are worth, and what that adds up to.

/** `GPT-4o mini leads GPT-4o, 84.0 points to −8.2`. */
export function headlineText({ standing, score, name }: Explanation): Text {
  const versus = score?.versus ?? null;
  if (score === null || versus === null || !["first", "behind"].includes(standing.status)) {
    return [strong(standing.message)];
  }
  const verb = standing.status === "first" ? "leads" : "is behind";
  const unconfirmed =
    standing.open.length === 0 ? "" : `; ${standing.open.length} of its needs unconfirmed`;
  return [
    strong(name),
    ` ${verb} ${versus.name}, ${points(score.score)} points to ${points(versus.score)}${unconfirmed}`,
  ];
}

const PLACES = 2;

export function scoreBlock(explanation: Explanation, { result }: Answer): Block[] {
  const { score, cost, latency, quality, name } = explanation;
  if (score === null || cost === null) return [];
  const versus = score.versus;
  const rival = result.ranking.find(({ model }) => model === versus?.model);
  const own: Record<Criterion, string> = {
    cost: money(cost.usdPerMonth),
    latency: `${duration(latency.waitSeconds.point)}${latency.missing.length > 0 ? " ?" : ""}`,
    quality: `${index(quality.index.point)}${quality.abilityFrom === "prior" ? " ?" : ""}`,
  };
  const right = (header: string) => ({ header, align: "right" }) as const;
  const beside = versus !== null && rival !== undefined;
  return [
    {
      kind: "table",
      columns: [
        { header: "", align: "left" },
        ...["weight", name, "value", "points"].map(right),
        ...(beside ? [versus.name, "value", "points"].map(right) : []),
      ],
      rows: [
        ...score.criteria.map(({ criterion, value, weight, contribution }): Text[] => {
          const there = versus?.criteria.find((each) => each.criterion === criterion);
          return [
            criterionName(criterion, latency.measure),
            percent(weight),
            own[criterion],
            decimals(value),
            points(contribution),
            ...(beside && there !== undefined
              ? [
                  figureOf(rival, criterion),
                  decimals(there.there),
                  points(there.weight === 0 ? 0 : there.weight * there.there),
                ]
              : []),
          ];
        }),
        [
          "together",
          "",
          "",
          "",
          [span("chosen", points(score.score))],
          ...(beside ? ["", "", [strong(points(versus.score))]] : []),
        ],
      ],
    },
  ];
}

export function criterionName(criterion: Criterion, measure: string): string {
  if (criterion !== "latency") return criterion;
  return measure === "first-sentence" ? "first words" : "full answer";
}

function figureOf({ criteria }: RankedModel, criterion: Criterion): string {
  switch (criterion) {
    case "cost":
      return money(criteria.cost.value);
    case "latency":
      return duration(criteria.latency.value);
    case "quality":
      return criteria.quality.evidence.length === 0
        ? `${index(criteria.quality.index)} ?`
        : index(criteria.quality.index);
  }
}

/** `0.67`, `−1.70`. */
export function decimals(value: number): string {
  return value.toFixed(PLACES).replace("-", "−");
}

export function scoreBlocks({ score, name }: Explanation): Block[] {
  const heading: Block = { kind: "heading", text: "Score" };
  if (score === null) {
    return [heading, { kind: "paragraph", text: `Without a price ${name} has no score.` }];
  }
  const [low, high] = score.range.map(points);
  const range: Block = {
    kind: "paragraph",
    text: `With every uncertain figure at its worst end the score is ${low} of 100, at its best ${high}.`,
  };
  return [heading, table(score), ...margin(score, name), range];
}

function table({ criteria, score, versus }: NonNullable<Explanation["score"]>): Block {
  const other = versus === null ? [] : [versus.name, "difference"];
  return {
    kind: "table",
    columns: [
      { header: "criterion", align: "left" },
      ...["value", "weight", "product", ...other].map(
        (header) => ({ header, align: "right" }) as const,
      ),
    ],
    rows: [
      ...criteria.map((row): Text[] => {
        const beside = versus?.criteria.find((each) => each.criterion === row.criterion);
        const { criterion, value, weight, contribution } = row;
        return [
          criterion === "latency" ? "wait" : criterion,
          figure(value),
          figure(weight),
          figure(contribution),
          ...(beside === undefined
            ? []
            : [
                figure(beside.weight === 0 ? 0 : beside.weight * beside.there),
                signed(beside.difference),
              ]),
        ];
      }),
      [
        "together",
        "",
        "",
        figure(score),
        ...(versus === null ? [] : [figure(versus.score), signed(versus.margin)]),
      ],
    ],
  };
}

function margin({ versus }: NonNullable<Explanation["score"]>, name: string): Block[] {
  if (versus === null) return [];
  const lead = signedPoints(versus.margin);
  const text = `The last column adds up to ${lead} points of 100 for ${name} against ${versus.name}.`;
  return [{ kind: "paragraph", text }];
}
