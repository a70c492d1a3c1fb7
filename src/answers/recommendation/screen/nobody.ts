/** The screen when no model qualifies: why not, what the vendor names instead, how to get an answer all the same. */
import { isPriced } from "../../../decision/cost.ts";
import { type Block, type Note, type Text, span } from "../../../format/document.ts";
import { NO_END, successorPrice } from "../../../words/endings.ts";
import { counted, list, money } from "../../../words/figures.ts";
import type { Answer } from "../recommend.ts";
import type { RecommendationResult } from "../schema.ts";
import { assumedNote } from "./assumed-and-dated.ts";
import { headlineOf } from "./headline.ts";
import { hintBlocks } from "./hints.ts";
import { endingAlert } from "./shutdowns.ts";

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
    ...(ending === null ? [] : [ending]),
    {
      kind: "table",
      columns: [
        { header: "", align: "left" },
        { header: "", align: "left" },
      ],
      rows: result.excluded.map(({ model, reasons }) => [
        model,
        reasons.map(({ message }) => message).join("; "),
      ]),
    },
    ...(notes.length === 0 ? [] : [{ kind: "notes", rows: notes } as const]),
    ...waysOut(answer),
    // How to rank the replacement stands above already.
    ...(result.successor === null || result.successor.screen === "infeasible"
      ? hintBlocks(answer)
      : []),
  ];
}

const ABOUT_ENDS = ["lifecycle.shutdown", "availableUntil"];

function perhaps({ successor }: RecommendationResult): Note[] {
  if (successor === null) return [];
  const name = `${successor.model}, ${successor.namedBy}'s replacement`;
  const { usdPerMonthAtDefaultEffortPoint: atDefault, screen, blockedBy } = successor;
  const price = successorPrice({
    usdPerMonth: successor.usdPerMonth,
    isReasoningOff: successor.reasoningEffort !== null,
    atDefaultEffort: atDefault === null ? null : { usdPerMonth: atDefault, range: null },
  });
  if (screen === "infeasible") {
    return [{ label: "Not", text: `${name}, either: it ${list(blockedBy)}.` }];
  }
  if (screen === "feasible") {
    const end = successor.announcedEnd === null ? NO_END : `ends ${successor.announcedEnd}`;
    return [{ label: "Perhaps", text: `${name}: ${price}; it meets your limits; ${end}.` }];
  }
  return [
    {
      label: "Perhaps",
      text: `${name}: ${price}. It may qualify, if somebody confirms what no source does:`,
    },
    ...blockedBy.map((message): Note => ({
      label: "",
      text: [span("warning", "?"), ` ${message}`],
    })),
  ];
}

/** Each change that lets somebody in, and whom; the vendor's replacement; what nobody confirms. */
function waysOut({ result, decision }: Answer): Block[] {
  const changes = new Map<string, string[]>();
  for (const { model, name, closestChange } of result.excluded) {
    if (closestChange === null) continue;
    const cost = decision.excluded.find(({ assessment }) => assessment.candidate.id === model)
      ?.assessment.cost;
    const price =
      cost !== undefined && isPriced(cost) ? `, ${money(cost.usdPerMonth)} a month` : "";
    changes.set(closestChange, [...(changes.get(closestChange) ?? []), `${name}${price}`]);
  }
  const { successor } = result;
  const isRankable = successor !== null && successor.screen !== "infeasible";
  const rows: Text[][] = [
    ...[...changes].map(([change, names]) => [change, names.join("; ")]),
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
  return [{ kind: "table", caption: "To get an answer now", columns, rows }];
}
