/** The charts, in the order of the page: a new one is a file beside this one and a line below. */
import type { Chart } from "./chart.ts";
import { contributions } from "./contributions.ts";
import { qualityAgainstCost } from "./quality-cost.ts";
import { firstToken, outputSpeed } from "./speed-history.ts";
import { untilShutdown } from "./until-shutdown.ts";
import { volume } from "./volume.ts";
import { weightTriangle } from "./weight-triangle.ts";

export type { Chart } from "./chart.ts";

export const CHARTS: readonly Chart[] = [
  contributions,
  volume,
  qualityAgainstCost,
  weightTriangle,
  untilShutdown,
  outputSpeed,
  firstToken,
];
