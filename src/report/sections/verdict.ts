/** The verdict: what to use, why in a sentence or two, and what was asked. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { headlineOf } from "../../answers/recommendation/screen/head.ts";
import { exclusionNotes, whyNote } from "../../answers/recommendation/screen/reasons.ts";
import { isStated, type Need } from "../../decision/need.ts";
import { unconfirmed } from "../../decision/screening.ts";
import { plainText } from "../../format/document.ts";
import { NO_END } from "../../words/endings.ts";
import { count, counted, duration, list, money, hundredths, points } from "../../words/figures.ts";
import { mayQualify } from "../../words/findings.ts";
import { sentence } from "../../words/sentences.ts";
import { endingLine } from "../cards/lanes.ts";
import type { Child, PageElement } from "../dom.ts";
import { doorOf } from "../door.ts";
import { scoreText, keptWhole, nameElement, plainName } from "../names.ts";
import type { Pen } from "../pen.ts";
import { isQualityMeasured, type View } from "../view.ts";

export function verdictParts(pen: Pen, view: View): PageElement[] {
  const { make } = pen;
  const ending = endingLine(view);
  return [
    make("p", { class: "kicker" }, ...kicker(pen, view)),
    heading(pen, view),
    make("p", { class: "verdict" }, ...keptWhole(make, sentences(view))),
    ...(ending === null ? [] : [make("p", { class: "ending" }, ...keptWhole(make, ending))]),
    ...notQualified(pen, view),
    make("p", { class: "asked" }, ...asked(pen, view.answer.decision.need)),
  ];
}

/** One line for where the verdict has scrolled away: `GPT-4o mini · $33 · 87 of 100`. */
export function verdictLine({ shown, standsIn }: View): string {
  const [pick] = shown.result.ranking;
  const sure = shown.result.recommendation?.confidence.probability;
  if (pick === undefined) return nobody(shown);
  const share =
    sure === undefined || shown.result.ranking.length < 2 ? "" : ` · ${hundredths(sure)}/100`;
  return `${plainName(pick.name)}${standsIn ? "?" : ""} · ${money(pick.estimate.usdPerMonth)}${share}`;
}

function nobody(answer: Answer): string {
  const headline = headlineOf(answer);
  return headline.kind === "headline" ? plainText(headline.left) : "No model qualifies";
}

function kicker(pen: Pen, { answer, shown, standsIn }: View): Child[] {
  const [pick, rival] = shown.result.ranking;
  if (pick === undefined) return ["Answer"];
  if (standsIn) return [`${nobody(answer)}. What the vendor names next`];
  const open = pick.screen === "unknown" ? "Not every limit could be tested · " : "";
  const tie = shown.result.recommendation?.tie === true ? "Practically tied · " : "";
  const score = pick.score < 0 ? scoreText(pick) : `${points(pick.score)} of 100 points`;
  const own = doorOf(pen, "score", pick.model, `${score}. How that comes about`, score);
  if (rival === undefined) return [`Answer · ${open}`, own];
  return [
    `Answer · ${open}${tie}`,
    own,
    rival.score < 0
      ? `; ${plainName(rival.name)} is ${scoreText(rival)}`
      : `; ${plainName(rival.name)} has ${points(rival.score)}`,
  ];
}

function heading({ make, palette }: Pen, { shown, standsIn }: View): PageElement {
  const [pick] = shown.result.ranking;
  if (pick === undefined) return make("h1", {}, nobody(shown));
  const [ranked] = shown.decision.ranking;
  const isGuess = ranked !== undefined && !isQualityMeasured(ranked.assessment);
  const doubt = standsIn || isGuess || pick.screen === "unknown" ? "?" : "";
  return make(
    "h1",
    {},
    "Use ",
    make("span", { class: `pick ${palette.classOf(pick.model)}` }, nameElement(make, pick.name)),
    doubt,
  );
}

function sentences({ answer, shown, standsIn }: View): string {
  const why = whyNote(shown);
  if (why === null) {
    const [first] = exclusionNotes(answer.result);
    return first === undefined
      ? "No model of the catalog was asked about."
      : "None of them passes what was asked for.";
  }
  const text = plainText(why.text);
  if (!standsIn) return text;
  const end = shown.result.successor === null ? sentence(NO_END) : "";
  return `${fitOf(shown)} ${text} ${end}`.trim();
}

/** Of who stands in for those that do not qualify: nothing is said that a need nobody confirms contradicts. */
function fitOf({ decision: { ranking } }: Answer): string {
  const [first] = ranking;
  const needs = first === undefined ? 0 : unconfirmed(first.screened).length;
  return needs > 0 ? `It ${mayQualify(needs)}.` : "It meets your limits.";
}

/** Who is out, and why: short, because the reader looks for who is in. */
function notQualified({ make }: Pen, { answer }: View): PageElement[] {
  const { excluded } = answer.result;
  if (excluded.length === 0) return [];
  return [
    make(
      "ul",
      { class: "excluded" },
      ...excluded.map(({ name, reasons }) =>
        make(
          "li",
          {},
          "Not ",
          make("strong", {}, nameElement(make, name)),
          `: it ${list(reasons.map(({ message, origin, originKind }) => (originKind === "default" ? message : `${message} (${origin})`)))}.`,
        ),
      ),
    ),
  ];
}

interface Term {
  text: string;
  /** The control that changes it. */
  control: string;
  isStated: boolean;
}

function asked(pen: Pen, need: Need): Child[] {
  const { make, isLive } = pen;
  const terms = termsOf(need);
  const element = ({ text, control, isStated: stated }: Term) =>
    isLive
      ? make(
          "button",
          { type: "button", class: stated ? "term" : "term assumed", "data-control": control },
          text,
        )
      : make("span", { class: stated ? "term" : "term assumed" }, text);
  const assumed = terms.some((term) => !term.isStated);
  return [
    "Asked for ",
    ...terms.flatMap((term, place) => [place === 0 ? null : " · ", element(term)]),
    assumed ? make("span", { class: "dim" }, ". Dotted: assumed, nobody said so.") : ".",
  ];
}

function termsOf(need: Need): Term[] {
  const { workload, budget, latency, quality, tasks } = need;
  const stated = (field: string) => isStated(need, field);
  const images = workload.images.reduce((sum, image) => sum + image.count, 0);
  const amount = Number.isFinite(budget.usdPerMonth) ? money(budget.usdPerMonth) : "";
  const wait = Number.isFinite(latency.targetSeconds) ? duration(latency.targetSeconds) : "";
  const terms: (Term | null)[] = [
    {
      text: list(tasks.map(({ id }) => id)),
      control: "task",
      isStated: stated("task") || need.useCase !== null,
    },
    {
      text: `${count(workload.requestsPerMonth)} requests a month`,
      control: "requests",
      isStated: stated("workload.requestsPerMonth"),
    },
    {
      text: `${count(workload.inputTokens.mean)} tokens in`,
      control: "inputTokens",
      isStated: stated("workload.inputTokens"),
    },
    {
      text: `${count(workload.outputTokens.mean)} out`,
      control: "outputTokens",
      isStated: stated("workload.outputTokens"),
    },
    images === 0
      ? null
      : { text: counted(images, "image"), control: "images", isStated: stated("workload.images") },
    {
      text:
        budget.word === null
          ? `budget ${amount}`
          : `budget ${budget.word}${amount === "" ? "" : `, ${amount}`}`,
      control: "budget",
      isStated: stated("budget"),
    },
    {
      text:
        latency.word === null
          ? `wait at most ${wait}`
          : `wait ${latency.word}${wait === "" ? "" : `, ${wait}`}`,
      control: "latency",
      isStated: stated("latency"),
    },
    { text: `quality ${quality.word}`, control: "quality", isStated: stated("quality") },
    ...need.needs.map((feature): Term => ({ text: feature, control: "controls", isStated: true })),
    need.availableUntil === null
      ? null
      : { text: `served until ${need.availableUntil}`, control: "until", isStated: true },
  ];
  return terms.filter((term) => term !== null);
}
