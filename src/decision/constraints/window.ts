/** Room for the request: context window, longest input and longest answer, in tokens. */
import type { NumericFact } from "../../facts/claims.ts";
import { isStated, type Need } from "../need.ts";
import type { Check, Constraint } from "./check.ts";

type RoomCheck<Name extends string> = Check<Name, { tokens: number }, number, number | null> & {
  room: "context window" | "longest input" | "longest answer";
};

interface Demand<Name extends string> {
  name: Name;
  constraint: string;
  field: string;
  room: RoomCheck<Name>["room"];
  tokens: number;
  /** What remains of the demand when every assumed figure is left out. */
  statedTokens: number;
  /** What of the demand the change cannot touch: of a window, all but the input. */
  besides?: number;
}

const contextWindow: Constraint<RoomCheck<"contextWindow">> = {
  movedBy: [],
  check({ limits, imageTokensInContext }, need) {
    const { inputTokens, outputTokens } = need.workload;
    const asked = need.limits.contextTokens ?? 0;
    // Input and answer share the window, the longest answer that is asked for too.
    const askedAnswer = need.limits.outputTokens ?? 0;
    const longest = Math.max(outputTokens.max, askedAnswer);
    const input = statedOrZero(need, "workload.inputTokens", inputTokens.max);
    const output = statedOrZero(need, "workload.outputTokens", outputTokens.max);
    const statedLongest = Math.max(output, askedAnswer);
    const images = statedOrZero(need, "workload.images", imageTokensInContext);
    return [
      ...roomFor(limits.context, {
        name: "contextWindow",
        room: "context window",
        constraint: "limits.contextTokens",
        field: "contextTokens",
        tokens: asked,
        statedTokens: asked,
      }),
      ...roomFor(limits.context, {
        name: "contextWindow",
        room: "context window",
        constraint: "workload.inputTokens",
        field: "inputTokens",
        tokens: inputTokens.max + longest + imageTokensInContext,
        statedTokens: input + statedLongest + images,
        besides: longest + imageTokensInContext,
      }),
      ...(limits.input.value === null
        ? []
        : roomFor(limits.input, {
            name: "contextWindow",
            room: "longest input",
            constraint: "workload.inputTokens",
            field: "inputTokens",
            tokens: inputTokens.max,
            statedTokens: input,
          })),
    ];
  },
};

const outputLength: Constraint<RoomCheck<"outputLength">> = {
  movedBy: [],
  check({ limits }, need) {
    const asked = need.limits.outputTokens ?? 0;
    const longest = need.workload.outputTokens.max;
    return [
      ...roomFor(limits.output, {
        name: "outputLength",
        room: "longest answer",
        constraint: "limits.outputTokens",
        field: "outputTokens",
        tokens: asked,
        statedTokens: asked,
      }),
      ...roomFor(limits.output, {
        name: "outputLength",
        room: "longest answer",
        constraint: "workload.outputTokens",
        field: "outputTokens",
        tokens: longest,
        statedTokens: statedOrZero(need, "workload.outputTokens", longest),
      }),
    ];
  },
};

function statedOrZero(need: Need, field: string, tokens: number): number {
  return isStated(need, field) ? tokens : 0;
}

function roomFor<Name extends string>(limit: NumericFact, asked: Demand<Name>): RoomCheck<Name>[] {
  const { name, room, constraint, field, tokens, statedTokens, besides = 0 } = asked;
  if (tokens === 0) return [];
  const most = limit.value;
  const isMissed = most !== null && tokens > most;
  // A length nobody stated asks nothing of a limit nobody knows.
  const isUnknown = most === null && statedTokens > 0;
  const isAssumed = isMissed && statedTokens <= most;
  const check: RoomCheck<Name> = {
    name,
    room,
    constraint,
    field,
    required: tokens,
    actual: most,
    unit: "tokens",
    facts: [limit],
    verdict: isUnknown || isAssumed ? "open" : isMissed ? "failed" : "met",
    change: isMissed && most > besides ? { tokens: Math.floor(most - besides) } : null,
  };
  if (isAssumed) check.assumedWorkload = true;
  return [check];
}

export const WINDOW = { contextWindow, outputLength };
