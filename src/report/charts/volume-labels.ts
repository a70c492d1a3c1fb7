/** Labels of the volume chart: how many times apart two bills are today, and who is picked in which zone. */
import { count, ratio } from "../../words/figures.ts";
import type { Label } from "../drawing/labels.ts";
import type { Plane } from "../drawing/plane.ts";
import { isolated, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { Bill, Zone } from "./volume-figures.ts";

/** `16.7×` beside today's line, between the pick's bill and the next one's. */
export function timesLabel(
  [pick, rival]: readonly Bill[],
  at: number,
  y: (usd: number) => number,
): Label[] {
  if (pick === undefined || rival === undefined) return [];
  const [less = 0, more = 0] = [pick.usdPerMonth, rival.usdPerMonth].toSorted((a, b) => a - b);
  const middle = (y(less) + y(more)) / 2;
  const text = `${ratio(more / less)}×`;
  return [{ text, x: at, y: middle, sides: ["right"], class: "quiet", isOptional: true }];
}

export function zoneLabels(
  pen: Pen,
  zones: readonly Zone[],
  bills: readonly Bill[],
  { x, margin }: Plane,
): Label[] {
  return zones.flatMap(({ from, to, pick }, place): Label[] => {
    const name = bills.find(({ id }) => id === pick)?.name;
    const text = pick === null ? "nobody" : isolated(shortName(name ?? pick));
    const isWide = pen.textWidth(text, 12, false) < x(to) - x(from);
    const boundary: Label[] =
      place === 0
        ? []
        : [
            {
              text: count(from),
              x: x(from),
              y: margin.top + 12,
              sides: ["right", "left"],
              gap: 4,
              class: "quiet",
            },
          ];
    return [
      ...boundary,
      ...(isWide
        ? [
            {
              text,
              x: (x(from) + x(to)) / 2,
              y: margin.top,
              sides: ["above"],
              gap: 2,
              isOptional: true,
              class: pick === null ? "quiet" : `hued ${pen.palette.classOf(pick)}`,
            } as const,
          ]
        : []),
    ];
  });
}
