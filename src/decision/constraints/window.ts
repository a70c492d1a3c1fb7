/** Room for the request: context window, longest input and longest answer, in tokens. */
import type { NumericFact } from "../../facts/fact.ts";
import { isStated, type Need } from "../need.ts";
import type { Check, Constraint } from "./check.ts";

type RoomCheck<Name extends string> = Check<Name, { tokens: number }, number, number | null> & {
  room: "context window" | "longest input" | "longest answer";
};

interface Demand<Name extends string> {
  name: Name;
  constraint: string;
  room: RoomCheck<Name>["room"];
  tokens: number;
  /** What remains of the demand when every assumed figure is left out. */
  statedTokens: number;
}

const contextWindow: Constraint<RoomCheck<"contextWindow">> = {
  movedBy: [],
  check({ limits, imageTokensInContext }, need) {
    const { inputTokens, outputTokens } = need.workload;
    const asked = need.limits.contextTokens ?? 0;
    const input = statedOrZero(need, "workload.inputTokens", inputTokens.max);
    const output = statedOrZero(need, "workload.outputTokens", outputTokens.max);
    const images = statedOrZero(need, "workload.images", imageTokensInContext);
    const window = { name: "contextWindow", room: "context window" } as const;
    return [
      ...roomFor(limits.context, {
        ...window,
        constraint: "limits.contextTokens",
        tokens: asked,
        statedTokens: asked,
      }),
      ...roomFor(limits.context, {
        ...window,
        constraint: "workload.inputTokens",
        tokens: inputTokens.max + outputTokens.max + imageTokensInContext,
        statedTokens: input + output + images,
      }),
      ...(limits.input.value === null
        ? []
        : roomFor(limits.input, {
            ...window,
            room: "longest input",
            constraint: "workload.inputTokens",
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
    const answer = { name: "outputLength", room: "longest answer" } as const;
    return [
      ...roomFor(limits.output, {
        ...answer,
        constraint: "limits.outputTokens",
        tokens: asked,
        statedTokens: asked,
      }),
      ...roomFor(limits.output, {
        ...answer,
        constraint: "workload.outputTokens",
        tokens: longest,
        statedTokens: statedOrZero(need, "workload.outputTokens", longest),
      }),
    ];
  },
};

function statedOrZero(need: Need, field: string, tokens: number): number {
  return isStated(need, field) ? tokens : 0;
}

function roomFor<Name extends string>(
  limit: NumericFact,
  { tokens, statedTokens, ...asked }: Demand<Name>,
): RoomCheck<Name>[] {
  if (tokens === 0) return [];
  const most = limit.value;
  const common = {
    ...asked,
    required: tokens,
    actual: most,
    unit: "tokens",
    facts: [limit],
  } as const;
  // A length nobody stated asks nothing of a limit nobody knows.
  if (most === null) {
    return [{ ...common, verdict: statedTokens === 0 ? "met" : "open", change: null }];
  }
  if (tokens <= most) return [{ ...common, verdict: "met", change: null }];
  const change = { tokens: most };
  return [
    statedTokens > most
      ? { ...common, verdict: "failed", change }
      : { ...common, verdict: "open", assumedWorkload: true, change },
  ];
}

export const WINDOW = { contextWindow, outputLength };
