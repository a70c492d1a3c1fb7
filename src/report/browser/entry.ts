/** The page at work: a control is moved, the engine decides again, and everything that follows is shown. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { PAGE_DATA_ID, type PageData } from "../page-data.ts";
import { CHOICE_IDS } from "../controls/choices.ts";
import { SLIDER_IDS } from "../controls/sliders.ts";
import { answerParts, verdictOf } from "../sections/answer.ts";
import { sourcesParts } from "../sections/sources.ts";
import { Failure } from "../../schema/failure.ts";
import { openAsker } from "./asker.ts";
import { choiceChanges, sliderChanges } from "./change-points.ts";
import type { Changes } from "./changes.ts";
import { fillClaimsOnDemand, showWorkloadRows } from "./comparison.ts";
import { listen, type Phase, showChoiceChanges, showNeed, showSliderChanges } from "./controls.ts";
import { byId, make, replaceChildren, setText } from "./elements.ts";
import { chartTasks } from "./figures.ts";
import { fragmentOf, readFragment } from "./fragment.ts";
import { listenToCopying, showTakeaway } from "./takeaway.ts";
import { createWork } from "./work.ts";

/** Readings drawn while a control moves: enough for the eye. Let go, it gets as many as the command line. */
const DRAWS_WHILE_MOVING = 2000;
/** Quiet after the last move before everything else is brought up to date. */
const QUIET_MS = 120;

// Written by the program into this very file.
const data = JSON.parse(byId(PAGE_DATA_ID).textContent ?? "") as PageData;
const asker = openAsker(data);
const work = createWork();
const compared = asker.answerFor(asker.asked, 0);
const models = comparedModels(compared);

let changes: Changes = {};
let answer: Answer = compared;
let waiting: number | undefined;

function comparedModels({ result }: Answer): string[] {
  const ids = [...result.ranking, ...result.excluded].map(({ model }) => model);
  return ids.toSorted();
}

/** Decides with few draws and shows the answer at once; the whole follows when the reader lets go or pauses. */
function update(phase: Phase): void {
  if (decide(DRAWS_WHILE_MOVING)) waiting = setTimeout(finish, phase === "moving" ? QUIET_MS : 0);
}

/** Decides with as many draws as the command line, and brings everything in line with it. */
function finish(): void {
  if (decide(data.sampling.draws)) followUp();
}

/** False when there is nothing new to show. */
function decide(draws: number): boolean {
  work.stop();
  clearTimeout(waiting);
  state("moving");
  try {
    answer = asker.answerFor(asker.needFor(changes), Math.min(draws, data.sampling.draws));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const why = `These cannot hold together: ${error.message}.`;
    setText(byId("problem"), `${why} The answer shown is the last that could.`);
    state("done");
    return false;
  }
  setText(byId("problem"), "");
  showAnswer();
  return true;
}

function showAnswer(): void {
  replaceChildren(byId("answer"), answerParts(make, answer));
  const { pick, sureness } = verdictOf(answer);
  setText(byId("verdict-pick"), pick);
  setText(byId("verdict-sureness"), sureness);
  showNeed(answer.decision.need);
  const reset = byId("reset");
  reset.toggleAttribute("disabled", Object.keys(changes).length === 0);
}

function followUp(): void {
  const { need } = answer.decision;
  const stated = asker.statedFor(changes);
  const { pick, sureness } = verdictOf(answer);
  document.title = `${pick} · pick-model report`;
  setText(byId("live"), [pick, sureness].filter((part) => part !== "").join(", "));
  showTakeaway(stated, data);
  const fragment = fragmentOf(changes);
  if (location.hash.replace(/^#/, "") !== fragment) {
    history.replaceState(
      null,
      "",
      fragment === "" ? location.href.replace(/#.*$/, "") : `#${fragment}`,
    );
  }
  tell("pick-model:answer", { result: answer.result, requirements: stated });
  work.start(
    [
      ...chartTasks(() => answer),
      () => replaceChildren(byId("sources"), sourcesParts(make, answer.result)),
      () => showWorkloadRows(asker.sheets, need, models),
      ...changeTasks(),
    ],
    () => state("done"),
  );
}

function changeTasks(): (() => void)[] {
  const situation = { asker, changes, answer };
  return [
    ...CHOICE_IDS.map((id) => () => showChoiceChanges(id, choiceChanges(situation, id), answer)),
    ...SLIDER_IDS.map((id) => () => {
      const points = sliderChanges(situation, id);
      showSliderChanges(id, points, answer);
      tell("pick-model:changes", { control: id, points });
    }),
  ];
}

/** For programs that look on: `document.addEventListener("pick-model:answer", …)`. */
function tell(name: string, detail: unknown): void {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

function state(name: "moving" | "done"): void {
  document.documentElement.dataset["state"] = name;
}

function readAddress(): void {
  const { changes: read, refused } = readFragment(location.hash);
  changes = read;
  finish();
  if (refused.length > 0) {
    setText(
      byId("problem"),
      `This link says something that cannot be understood: ${refused.join(", ")}.`,
    );
  }
}

listen((control, value, phase) => {
  changes = { ...changes, [control]: value };
  update(phase);
});
byId("reset").addEventListener("click", () => {
  changes = {};
  update("settled");
});
listenToCopying();
fillClaimsOnDemand(asker.sheets, () => answer.decision.need, models);
addEventListener("hashchange", readAddress);
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  clearTimeout(waiting);
  waiting = setTimeout(finish, QUIET_MS);
});
// After the first paint: what stands there is the answer already.
setTimeout(readAddress);
