/** The account on one screen: where the model stands, the sums behind it, what would change it, and what it rests on. */
import type { Block, Document, Note } from "../../../format/document.ts";
import { endsOn } from "../../../words/endings.ts";
import { count, hundredths, list } from "../../../words/figures.ts";
import { shortChange } from "../../../words/flips.ts";
import { whatIfRuns, alike } from "../../../words/sentences.ts";
import type { Answer } from "../../recommendation/recommend.ts";
import { nameIn } from "../../recommendation/record-entries.ts";
import { likeliestFirst } from "../../recommendation/screen/reasons.ts";
import type { Explanation } from "../schema.ts";
import { factsBlock, isMarked } from "./rests-on.ts";
import { headlineText, scoreBlock } from "./score.ts";
import { sumNotes, valueNotes } from "./sums.ts";

const LINES = 40;
const MOST_CHANGES = 4;

export function explanationOverview(explanation: Explanation, answer: Answer): Document {
  const other = otherModel(explanation, answer);
  const facts = factsBlock(explanation);
  const isDoubted = facts.some(
    (block) => block.kind === "table" && block.rows.some(([, figure]) => isMarked(figure ?? "")),
  );
  return {
    title: `${explanation.name} explained`,
    blocks: [
      { kind: "headline", left: headlineText(explanation) },
      ...scoreBlock(explanation, answer),
      ...(explanation.score === null ? [] : valueBlocks(explanation)),
      { kind: "notes", rows: sumNotes(explanation) },
      { kind: "notes", rows: standingNotes(explanation, answer) },
      ...facts,
      {
        kind: "paragraph",
        text: `${isDoubted ? "* old or disputed. " : ""}${other === null ? "" : `Other model: explain ${other}. `}All of it: explain --full`,
        isFootnote: true,
      },
    ],
    screen: { lines: LINES, last: () => "As a decision record: pick-model --format madr" },
  };
}

function otherModel({ model, score }: Explanation, { result }: Answer): string | null {
  if (score?.versus) return score.versus.model;
  return (
    [...result.ranking, ...result.excluded].find((each) => each.model !== model)?.model ?? null
  );
}

function valueBlocks(explanation: Explanation): Block[] {
  return [
    {
      kind: "paragraph",
      text: "Value 1 is all you asked for, 0 is worthless, below 0 is worse than that.",
    },
    { kind: "notes", rows: valueNotes(explanation), tight: true },
  ];
}

function standingNotes(explanation: Explanation, answer: Answer): Note[] {
  const { confidence, standing } = explanation;
  const sure = confidence !== null && standing.status === "first" && standing.ranked > 1;
  return [
    { label: "Required", text: requiredText(explanation) },
    ...(sure ? [{ label: "Confidence", text: confidenceText(confidence) }] : []),
    ...changeNotes(explanation, answer),
    ...splitNotes(explanation),
  ];
}

/** `6 of 6 met`; what is not, in words. */
function requiredText({ tested, standing }: Explanation): string {
  const met = tested.filter(({ status }) => status === "met").length;
  const told = `${met} of ${tested.length} met`;
  const failed = standing.failed.flatMap(({ message }) => message ?? []);
  const open = standing.open.flatMap(({ message }) => message ?? []);
  return [
    told,
    ...(failed.length === 0 ? [] : [`it ${failed.join("; it ")}`]),
    ...(open.length === 0 ? [] : [`unconfirmed: it ${open.join("; it ")}`]),
    ...(standing.closestChange === null ? [] : [`would fit: ${standing.closestChange}`]),
  ].join("; ");
}

function confidenceText(confidence: NonNullable<Explanation["confidence"]>): string {
  const { label, probability, draws, cap } = confidence;
  const held = cap === null ? "" : ` Held down because ${cap}.`;
  const runs =
    draws === 0
      ? " Your priorities vary, every figure stays."
      : ` Each of ${count(draws)} runs varies your priorities and every uncertain figure.`;
  return `${label}: first in ${whatIfRuns(probability, draws)}.${held}${runs}`;
}

function changeNotes(explanation: Explanation, { decision, result }: Answer): Note[] {
  const { flips, toBecomeFirst, name } = explanation;
  const changes = likeliestFirst(
    toBecomeFirst === null ? flips : toBecomeFirst.toWin,
    decision.need,
  );
  if (changes.length === 0) {
    const text =
      toBecomeFirst === null
        ? "No single volume, budget, wait, price or weight."
        : toBecomeFirst.message;
    return [{ label: toBecomeFirst === null ? "Changes" : "To win", text }];
  }
  const { measure } = decision.need.latency;
  const nameOf = (id: string) => (id === explanation.model ? name : nameIn(result, id));
  const shown = changes
    .slice(0, MOST_CHANGES)
    .map((flip) => shortChange(flip, measure, nameOf).condition);
  const left = changes.length - shown.length;
  const more = left === 0 ? "" : `; ${left} more`;
  const [first] = changes;
  return toBecomeFirst === null
    ? [{ label: "Changes", text: `to ${nameOf(first?.becomes ?? "")}: ${shown.join("; ")}${more}` }]
    : [{ label: "To win", text: `${name} comes first with ${list(shown, "or")}${more}` }];
}

/** Both models at work: worth a sentence, and measured by nobody but the user. */
function splitNotes({ splitting }: Explanation): Note[] {
  if (splitting === null) return [];
  const share = `${hundredths(splitting.breakEvenEscalationRate)} in 100`;
  const ends = alike(splitting.ends, ({ date }) => date).map((group) => {
    const models = group.length === 2 ? "both" : list(group.map(({ model }) => model));
    return `${models} ${endsOn(group[0].date, { isMany: group.length > 1 })}`;
  });
  return [
    {
      label: "Or both",
      text: `${splitting.small} first, failures to ${splitting.large}: cheaper while fewer than ${share} must be resent${ends.length === 0 ? "" : `; ${ends.join(", ")}`}`,
      spare: 1,
    },
  ];
}
