/** The page at work: a control is moved, the engine decides again, and everything that follows is shown. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { fragmentOf, readFragment } from "../../question/fragment.ts";
import { Failure } from "../../schema/failure.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { CHOICE_IDS } from "../controls/choices.ts";
import { huesOf } from "../controls/panel.ts";
import { SLIDER_IDS } from "../controls/sliders.ts";
import { PAGE_DATA_ID, unpackedData } from "../page-data.ts";
import { penOf } from "../pen.ts";
import { accountsParts } from "../sections/accounts.ts";
import { answerParts, titleOf, wordsParts } from "../sections/answer.ts";
import { chartsParts } from "../sections/charts.ts";
import { leavingParts } from "../sections/leaving.ts";
import { sourcesParts } from "../sections/sources.ts";
import { verdictLine } from "../sections/verdict.ts";
import { modelsShown, type View, viewOf } from "../view.ts";
import { openAsker } from "./asker.ts";
import { openComparison } from "./comparison.ts";
import { forgetErrors, listen, type Phase, showNeed } from "./controls.ts";
import { listenToSaving, savedPage, listenToCopying, showTakeaway } from "./copy.ts";
import { fillAccounts, listenToDoors } from "./doors.ts";
import {
  byId,
  heldInView,
  measuredWidth,
  pageDocument,
  replaceChildren,
  replaceKeepingOpen,
  setText,
} from "./elements.ts";
import { showChoice, showTrack } from "./grounds.ts";
import { type Standing, withValue, withWeights } from "./moves.ts";
import { refusedWords } from "./refused.ts";
import { goTo, listenToSheet } from "./sheet.ts";
import { choicePicks, stretchesOf } from "./tracks.ts";
import { listenToNow, listenToTriangle, showTriangle } from "./triangle.ts";
import { createWork } from "./work.ts";

/** Readings drawn while a control moves: enough for the eye. Let go, it gets as many as the command line. */
const DRAWS_WHILE_MOVING = 2000;
/** Quiet after the last move before everything else is brought up to date. */
const QUIET_MS = 120;

const data = await unpackedData(byId(PAGE_DATA_ID).textContent ?? "");
const asker = openAsker(data);
const work = createWork();
const tools = { daysPerMonth: data.catalog.levels.lifecycle.daysPerMonth };

let moved: Requirements = {};
let answer: Answer = asker.answerFor(asker.asked, 0);
let view: View = viewOf(answer);
let waiting: number | undefined;
/** The last weights of which no criterion had all: what a slider taken back from 100 % goes back to. */
let mix = answer.decision.need.weighting.weights;
/** Moves that can be taken back. */
let moves = 0;

const pen = penOf(pageDocument, view.shown, { isLive: true, textWidth: measuredWidth() });
const comparison = openComparison(pen, asker, {
  need: answer.decision.need,
  models: modelsShown(view),
});

/** Decides with few draws and shows the answer at once; the whole follows when the reader lets go or pauses. */
function update(phase: Phase): void {
  if (decide(DRAWS_WHILE_MOVING)) {
    // A pause in the middle of a move is no move to go back to.
    waiting =
      phase === "moving"
        ? setTimeout(() => finish("keep"), QUIET_MS)
        : setTimeout(() => finish("push"), 0);
  }
}

/** Decides with as many draws as the command line, and brings everything in line with it. */
function finish(how: "push" | "keep"): void {
  if (decide(data.sampling.draws)) followUp(how);
}

/** False when there is nothing new to show. */
function decide(draws: number): boolean {
  work.stop();
  clearTimeout(waiting);
  state("moving");
  try {
    answer = asker.answerFor(asker.needFor(moved), Math.min(draws, data.sampling.draws));
    view = viewOf(answer);
    const { weights } = answer.decision.need.weighting;
    if (Math.max(...Object.values(weights)) < 1) mix = weights;
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
  const section = byId("answer");
  // What stands below keeps its place while a control moves.
  section.style.minHeight = `${section.offsetHeight}px`;
  const parts = answerParts(pen, view);
  heldInView(() => replaceKeepingOpen(section, parts));
  const line = verdictLine(view);
  setText(byId("verdict"), line);
  setText(byId("verdict-bar-text"), line);
  replaceChildren(byId("hues"), huesOf(pen, answer));
  showNeed(answer.decision.need);
  showTriangle(pen, view.shown);
  byId("reset").toggleAttribute("disabled", Object.keys(moved).length === 0);
  byId("undo").toggleAttribute("disabled", moves === 0);
}

function followUp(how: "push" | "keep"): void {
  const stated = asker.statedFor(moved);
  document.title = `${titleOf(view)} · pick-model report`;
  setText(byId("live"), verdictLine(view));
  showTakeaway(stated, data);
  if (how === "push") remember();
  tell("pick-model:answer", { result: answer.result, requirements: stated });
  const charts = byId("charts");
  work.start(
    [
      () => {
        const parts = chartsParts(pen, view, chartWidth());
        heldInView(() => replaceKeepingOpen(charts, parts));
      },
      () => {
        replaceKeepingOpen(byId("sources"), sourcesParts(pen.make, view.shown.result));
        replaceChildren(byId("words"), wordsParts(pen, view));
        replaceChildren(byId("accounts"), accountsParts(pen, view));
        fillAccounts({ pen, view: () => view });
      },
      () => replaceKeepingOpen(byId("leaving"), leavingParts(pen, view, true)),
      () => comparison.show(answer.decision.need, modelsShown(view)),
      ...groundTasks(),
    ],
    () => {
      heldInView(() => {
        byId("answer").style.minHeight = "";
      });
      state("done");
    },
  );
}

/** Inside of the first card; a phone's width before there is any. */
function chartWidth(): number {
  const drawing = document.querySelector<HTMLElement>("#charts .drawing");
  return Math.floor(drawing?.clientWidth ?? 0) || 320;
}

function groundTasks(): (() => void)[] {
  const situation = { asker, standing: standing(), answer: view.shown, standsIn: view.standsIn };
  return [
    ...CHOICE_IDS.map((id) => () => showChoice(pen, id, choicePicks(situation, id), view.shown)),
    ...SLIDER_IDS.map((id) => () => {
      const stretches = stretchesOf(situation, id);
      showTrack(pen, id, stretches, view.shown);
      tell("pick-model:changes", { control: id, stretches });
    }),
  ];
}

/** Every settled move is an entry of the history: back takes it back. */
function remember(): void {
  const fragment = fragmentOf(moved);
  if (location.hash.replace(/^#/, "") === fragment) return;
  const address = fragment === "" ? location.href.replace(/#.*$/, "") : `#${fragment}`;
  history.pushState(null, "", address);
  moves += 1;
  byId("undo").toggleAttribute("disabled", false);
}

/** For programs that look on: `document.addEventListener("pick-model:answer", …)`. */
function tell(name: string, detail: unknown): void {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

function state(name: "moving" | "done"): void {
  document.documentElement.dataset["state"] = name;
}

function readAddress(): void {
  const { document, refused } = readFragment(location.hash, tools);
  // The page's facts are those of its own day.
  const { asOf: _day, ...rest } = document;
  moved = rest;
  forgetErrors();
  finish("keep");
  setText(byId("link-problem"), refusedWords(refused));
}

function standing(): Standing {
  return { moved, need: answer.decision.need, mix, needFor: asker.needFor };
}

function move(next: Requirements, phase: Phase): void {
  moved = next;
  update(phase);
}

/** A term of the question or a row of what would change it leads to its control. */
function listenToTerms(): void {
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const term = target.closest<HTMLElement>("[data-control]")?.dataset["control"];
    if (term !== undefined) goTo(term);
    const { move: control, to } = target.closest<HTMLElement>("[data-move]")?.dataset ?? {};
    if (control === "budget" || control === "requests") {
      move(withValue(standing(), control, Number(to)), "settled");
    }
  });
}

listen({ ...tools, standing, onMove: move });
listenToTriangle((weights, phase) => move(withWeights(moved, weights), phase));
listenToNow((requests, phase) => move(withValue(standing(), "requests", requests), phase));
listenToTerms();
listenToSheet();
listenToCopying();
listenToDoors({ pen, view: () => view, comparison: comparison.comparison });
listenToSaving(() => savedPage(data, asker.movedLayer(moved)));
byId("reset").addEventListener("click", () => {
  moved = {};
  forgetErrors();
  update("settled");
});
byId("undo").addEventListener("click", () => {
  if (moves === 0) return;
  moves -= 1;
  history.back();
});
addEventListener("popstate", readAddress);
addEventListener("beforeprint", () => comparison.fill());
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  clearTimeout(waiting);
  waiting = setTimeout(() => finish("keep"), QUIET_MS);
});
// After the first paint: what stands there is the answer already.
setTimeout(readAddress);
