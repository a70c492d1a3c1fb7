/** One row of promptfoo's results: what is read of it, and nothing else of the prompts, answers and reasons in it. */
import { createHash } from "node:crypto";
import * as z from "zod/mini";

const figure = z.number().check(z.gte(0), z.lte(1e12));
const optional = <S extends z.core.$ZodType>(schema: S) => z.nullish(schema);

const component = z.object({
  pass: z.boolean(),
  assertion: optional(z.object({ type: optional(z.string()) })),
});

/** Fields nobody asked for are dropped here, at the door. */
const writtenRow = z.object({
  promptIdx: z.int().check(z.gte(0)),
  promptId: optional(z.string()),
  provider: z.object({ id: z.string(), label: optional(z.string()) }),
  vars: z.optional(z.unknown()),
  testCase: optional(
    z.object({ description: z.optional(z.unknown()), assert: z.optional(z.unknown()) }),
  ),
  prompt: optional(z.object({ label: optional(z.string()) })),
  success: z.boolean(),
  failureReason: optional(z.int()),
  error: z.optional(z.unknown()),
  response: optional(
    z.object({
      cached: optional(z.boolean()),
      metadata: optional(z.object({ http: optional(z.object({ status: optional(z.number()) })) })),
    }),
  ),
  gradingResult: optional(z.object({ componentResults: optional(z.array(optional(component))) })),
  namedScores: optional(z.record(z.string(), z.unknown())),
  latencyMs: optional(figure),
  tokenUsage: optional(
    z.object({
      prompt: optional(figure),
      completion: optional(figure),
      completionDetails: optional(z.object({ cacheReadInputTokens: optional(figure) })),
    }),
  ),
});
type WrittenRow = z.infer<typeof writtenRow>;

/** What became of one request. */
export type Outcome = "pass" | "fail" | "not-run" | "ungraded";

export interface Row {
  /** The column: two configurations of one model share their id. */
  column: number;
  providerId: string;
  /** Empty where the user gave none. */
  label: string;
  promptId: string;
  promptLabel: string;
  /** The same test has the same one, however often it was repeated. */
  test: string;
  outcome: Outcome;
  /** Served from promptfoo's own cache: no time and no tokens of this run. */
  locallyCached: boolean;
  /** Null where the answer took no time of its own. */
  seconds: number | null;
  tokens: { input: number; output: number; cachedInput: number } | null;
}

export interface Grading {
  /** Assertions on time and cost count too. */
  countLatency: boolean;
  /** The named score that decides; null: every assertion. */
  metric: string | null;
}

/** Null for what is no row of results. */
export function readRow(written: unknown, grading: Grading): Row | null {
  const read = z.safeParse(writtenRow, written);
  if (!read.success) return null;
  const row = read.data;
  const asked = [row.vars, row.testCase?.description, row.testCase?.assert];
  if (!isShallow(asked)) return null;
  const locallyCached = row.response?.cached === true;
  const outcome = outcomeOf(row, grading);
  const isOwnTime =
    !locallyCached && row.failureReason !== ERROR && (outcome === "pass" || outcome === "fail");
  const { prompt, completion, completionDetails } = row.tokenUsage ?? {};
  const hasTokens = isOwnTime && (prompt ?? 0) + (completion ?? 0) > 0;
  return {
    column: row.promptIdx,
    providerId: row.provider.id,
    label: row.provider.label ?? "",
    promptId: row.promptId ?? "",
    promptLabel: row.prompt?.label ?? "",
    test: hashOf(asked),
    outcome,
    locallyCached,
    seconds: hasTokens && typeof row.latencyMs === "number" ? row.latencyMs / 1000 : null,
    tokens: hasTokens
      ? {
          input: prompt ?? 0,
          output: completion ?? 0,
          cachedInput: completionDetails?.cacheReadInputTokens ?? 0,
        }
      : null,
  };
}

/** promptfoo's failure reasons: 0 none, 1 an assertion, 2 an error. */
const ERROR = 2;
/** Criteria of their own: an answer is not wrong for being slow. */
const ASIDE = /^(?:not-)?(?:latency|cost|perplexity(?:-score)?)$/;
const METRIC_PASSES_AT = 0.5;

function outcomeOf(row: WrittenRow, { countLatency, metric }: Grading): Outcome {
  if (row.failureReason === ERROR) {
    if (wasNotServed(row)) return "not-run";
    return hasNoAssertions(row) ? "ungraded" : "fail";
  }
  if (metric !== null) {
    const score = Object.hasOwn(row.namedScores ?? {}, metric) ? row.namedScores?.[metric] : null;
    if (typeof score !== "number" || !Number.isFinite(score)) return "ungraded";
    return score >= METRIC_PASSES_AT ? "pass" : "fail";
  }
  const components = (row.gradingResult?.componentResults ?? []).flatMap((each) => each ?? []);
  const counted = components.filter(
    ({ assertion }) => countLatency || !ASIDE.test(assertion?.type ?? ""),
  );
  if (counted.length === 0) return "ungraded";
  return counted.every(({ pass }) => pass) ? "pass" : "fail";
}

function hasNoAssertions({ testCase }: WrittenRow): boolean {
  return Array.isArray(testCase?.assert) && testCase.assert.length === 0;
}

const TOO_MANY_REQUESTS = 429;
const SERVER_ERRORS_FROM = 500;
/** What promptfoo writes where no answer came: it keeps no status of a request that never got through. */
const UNSERVED =
  /\b(?:429|5\d\d)\b|rate.?limit|fetch failed|E(?:NOTFOUND|CONN\w+|AI_AGAIN|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH)\b|socket hang up|network error|timed? ?out/i;

/** Too many requests, a fault of the server, no network: that says nothing of the model. */
function wasNotServed({ response, error }: WrittenRow): boolean {
  const status = response?.metadata?.http?.status;
  if (typeof status === "number") {
    return status === TOO_MANY_REQUESTS || status >= SERVER_ERRORS_FROM;
  }
  const [firstLine = ""] = typeof error === "string" ? error.split("\n", 1) : [];
  return UNSERVED.test(firstLine);
}

/** No variable is nested so deep: to walk further down would be to fall. */
const MOST_LEVELS = 64;

function isShallow(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1));
}

/** A digest of the test, so that none of its text is kept. */
function hashOf(parts: unknown): string {
  return createHash("sha256").update(ordered(parts)).digest("base64url");
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
