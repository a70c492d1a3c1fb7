/** The charts, in the order of the page: a new one is a file beside this one and a line below. */
import type { Chart } from "./chart.ts";
import { qualityAgainstCost } from "./quality-cost.ts";
import { speed } from "./speed.ts";
import { volume } from "./volume.ts";

export type { Chart, ChartWords } from "./chart.ts";

export const CHARTS: readonly Chart[] = [speed, volume, qualityAgainstCost];
