/** What is dragged in a drawing: the point in the triangle of weights, and today in the chart of volumes. */
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

/** Digits of a volume that is pointed at: a pixel says no more. */
const DIGITS = 2;

/** The line of today in the chart of volumes, dragged along its axis of logarithms. */
export function listenToNow(onMove: (requests: number, phase: Phase) => void): void {
  let volumeAt: ((clientX: number) => number) | null = null;
  // The chart is drawn anew while it is dragged: the page listens, and what a pixel means stays as it was.
  document.addEventListener("pointerdown", (event) => {
    const grip =
      event.target instanceof Element ? event.target.closest("#chart-volume .grip") : null;
    if (!(grip instanceof SVGElement)) return;
    volumeAt = axisOf(grip);
    event.preventDefault();
  });
  document.addEventListener("pointermove", ({ clientX }) => {
    if (volumeAt === null) return;
    onMove(volumeAt(clientX), "moving");
  });
  document.addEventListener("pointerup", ({ clientX }) => {
    if (volumeAt === null) return;
    onMove(volumeAt(clientX), "settled");
    volumeAt = null;
  });
  document.addEventListener("pointercancel", () => {
    volumeAt = null;
  });
}

/** Requests a month at a place of the window, inside of what the chart shows. */
function axisOf(grip: SVGElement): (clientX: number) => number {
  const { left = "", right = "", least = "", most = "" } = grip.dataset;
  const svg = grip.closest("svg");
  const frame = svg?.getBoundingClientRect() ?? new DOMRect();
  const scale = (svg?.viewBox.baseVal.width ?? 1) / (frame.width || 1);
  return (clientX) => {
    const across = (clientX - frame.left) * scale;
    const share = (across - Number(left)) / (Number(right) - Number(left));
    const inside = Math.min(1, Math.max(0, share));
    const requests = Number(least) * (Number(most) / Number(least)) ** inside;
    return Number(requests.toPrecision(DIGITS));
  };
}
