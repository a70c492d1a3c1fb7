/** The screen when no model qualifies: why not, what the vendor names instead, how to get an answer all the same. */
import { isPriced } from "../../../decision/cost.ts";
import { type Block, type Note, type Text, span } from "../../../format/document.ts";
import { successorPrice, successorTerms } from "../../../words/endings.ts";
import { counted, list, money } from "../../../words/figures.ts";
import type { ExcludedModel } from "../ranking-schema.ts";
import { alike } from "../../../words/sentences.ts";
import type { Answer } from "../recommend.ts";
import type { RecommendationResult } from "../schema.ts";
import { assumedNote, hintBlocks } from "./foot.ts";
import { endingAlert, figuresOf, headlineOf } from "./head.ts";
import { SPARE } from "./spare.ts";

export function nobodyBlocks(answer: Answer): Block[] {
  const { result } = answer;
  const isAboutEnds = result.excluded.every(({ reasons }) =>
    reasons.some(({ constraint }) => ABOUT_ENDS.includes(constraint)),
  );
  const ending = isAboutEnds ? null : endingAlert(result, null);
  const assumed = assumedNote(answer);
  const notes = [...perhaps(result), ...(assumed === null ? [] : [assumed])];
  return [
    headlineOf(answer),
    ...(ending === null ? [] : [{ ...ending, spare: SPARE.ending }]),
    { kind: "notes", rows: result.excluded.map(whyNot) },
    ...(notes.length === 0 ? [] : [{ kind: "notes", rows: notes } as const]),
    ...waysOut(answer),
    // How to rank the replacement stands above already.
    ...(result.successor === null || result.successor.screen === "infeasible"
      ? hintBlocks(answer)
      : []),
  ];
}

/** The reasons against one model; the first of them stays as long as the model does. */
function whyNot({ model, reasons }: ExcludedModel, place: number): Note {
  const [first = "", ...others] = reasons.map(({ message }) => message);
  return {
    label: model,
    text: [first, ...others].join("; "),
    ...(others.length === 0 ? {} : { brief: { text: first, spare: SPARE.reasons } }),
    ...(place === 0 ? {} : { spare: SPARE.otherModels }),
  };
}

const ABOUT_ENDS = ["lifecycle.shutdown", "availableUntil"];

function perhaps({ successor }: RecommendationResult): Note[] {
  if (successor === null) return [];
  const name = `${successor.model}, ${successor.namedBy}'s replacement`;
  const { screen, blockedBy } = successor;
  const figures = figuresOf(successor);
  if (screen === "infeasible") {
    const text = `${name}, either: it ${list(blockedBy)}.`;
    return [{ label: "Not", text, spare: SPARE.successor }];
  }
  if (screen === "feasible") {
    const text = `${name}: ${successorTerms(figures)}.`;
    return [{ label: "Perhaps", text, spare: SPARE.successor }];
  }
  return [
    {
      label: "Perhaps",
      text: `${name}: ${successorPrice(figures)}. It may qualify; no source confirms ${counted(blockedBy.length, "point")}.`,
      spare: SPARE.successor,
    },
    ...blockedBy.map((message): Note => ({
      label: "",
      text: [span("warning", "?"), ` it ${message}`],
      spare: SPARE.unconfirmed,
    })),
  ];
}

/** Each change that lets somebody in, and whom, the cheapest first; the vendor's replacement; what nobody confirms. */
function waysOut({ result, decision }: Answer): Block[] {
  const usdOf = (id: string) => {
    const cost = decision.excluded.find(({ assessment }) => assessment.candidate.id === id)
      ?.assessment.cost;
    return cost !== undefined && isPriced(cost) ? cost.usdPerMonth : null;
  };
  const changes = result.excluded.flatMap(({ model, name, closestChange: change }) =>
    change === null ? [] : [{ name, change, usd: usdOf(model) }],
  );
  // A limit on money is nearest to the cheapest.
  const cheapestFirst = changes.toSorted(
    (one, two) => (one.usd ?? Infinity) - (two.usd ?? Infinity),
  );
  const { successor } = result;
  const isRankable = successor !== null && successor.screen !== "infeasible";
  const rows: Text[][] = [
    ...alike(cheapestFirst, ({ change }) => change).map((group) => [
      group[0].change,
      group
        .map(({ name, usd }) => `${name}${usd === null ? "" : `, ${money(usd)} a month`}`)
        .join("; "),
    ]),
    ...(isRankable
      ? [
          [
            "add --include-successors",
            successor.screen === "feasible"
              ? successor.model
              : `${successor.model}, ${counted(successor.blockedBy.length, "point")} unconfirmed`,
          ],
        ]
      : []),
    ...(successor?.screen === "unknown"
      ? [["settle a ? yourself", "--catalog my-facts.yaml"]]
      : []),
  ];
  if (rows.length === 0) return [];
  const columns = ["", ""].map((header) => ({ header, align: "left" }) as const);
  const caption = "To get an answer now";
  return [{ kind: "table", caption, columns, rows, isBrief: true, spareRows: SPARE.otherWays }];
}
