/** The triangle of weights: its point is dragged, and the three weights follow it. */
import type { PerCriterion } from "../../decision/alternative.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { MARGIN, RISE, SIDE, triangleOf, triangleWords, weightsAt } from "../controls/triangle.ts";
import type { Pen } from "../pen.ts";
import type { Phase } from "./controls.ts";
import { byId, replaceChildren, setText } from "./elements.ts";

export function showTriangle(pen: Pen, answer: Answer): void {
  const drawing = triangleOf(pen, answer);
  replaceChildren(byId("triangle"), drawing === null ? [] : [drawing]);
  setText(byId("triangle-says"), triangleWords(answer));
}

export function listenToTriangle(
  onMove: (weights: PerCriterion<number>, phase: Phase) => void,
): void {
  const frame = byId("triangle");
  let isDragged = false;
  frame.addEventListener("pointerdown", (event) => {
    if (frame.querySelector("svg") === null) return;
    isDragged = true;
    frame.setPointerCapture(event.pointerId);
    move(event, "moving");
    event.preventDefault();
  });
  frame.addEventListener("pointermove", (event) => {
    if (isDragged) move(event, "moving");
  });
  const end = (event: PointerEvent) => {
    if (!isDragged) return;
    isDragged = false;
    move(event, "settled");
  };
  frame.addEventListener("pointerup", end);
  frame.addEventListener("pointercancel", () => {
    isDragged = false;
  });

  function move({ clientX, clientY }: PointerEvent, phase: Phase): void {
    const svg = frame.querySelector("svg");
    if (svg === null) return;
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    const x = ((clientX - box.left) * scale - MARGIN.left) / SIDE;
    const y = RISE - ((clientY - box.top) * scale - MARGIN.top) / SIDE;
    onMove(percentagesAt(x, y), phase);
  }
}

/** Whole per cents, which add up to a hundred. */
function percentagesAt(x: number, y: number): PerCriterion<number> {
  const weights = weightsAt({ x, y });
  const [cost, latency] = [Math.round(100 * weights.cost), Math.round(100 * weights.latency)];
  return { cost, latency, quality: Math.max(0, 100 - cost - latency) };
}
