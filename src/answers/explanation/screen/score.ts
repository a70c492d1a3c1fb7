/** The score as the sum of its parts, beside the other model's. */
import { points, signedPoints } from "../../../words/figures.ts";
import type { Explanation } from "../schema.ts";
import type { Block, Text } from "../../../format/document.ts";
import { figure, signed } from "./arithmetic.ts";

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
