/** promptfoo's results file: its envelope checked, its rows read one by one. */
import * as z from "zod/mini";
import { usageFailure } from "../../schema/failure.ts";
import { type Grading, readRow, type Row } from "./row.ts";

export interface Run {
  /** Null in a file of rows alone. */
  evalId: string | null;
  version: string | null;
  /** `YYYY-MM-DD`; null where the file does not say. */
  date: string | null;
  /** By label or id, in the order in which providers of that name are configured; null where none is stated. */
  efforts: Map<string, (string | null)[]>;
  /** A file of rows alone says nothing of how its providers were configured. */
  isConfigured: boolean;
  rows: Row[];
  /** Rows that are none of promptfoo's. */
  unreadable: number;
}

/** What is read of the envelope. Of the configuration, which may hold keys, the efforts alone. */
const envelope = z.object({
  evalId: z.nullish(z.unknown()),
  metadata: z.nullish(
    z.object({
      promptfooVersion: z.nullish(z.unknown()),
      evaluationCreatedAt: z.nullish(z.unknown()),
    }),
  ),
  config: z.nullish(z.object({ providers: z.nullish(z.unknown()) })),
  results: z.object({
    version: z.nullish(z.unknown()),
    timestamp: z.nullish(z.unknown()),
    results: z.nullish(z.array(z.unknown())),
  }),
});

const READ_VERSION = 3;
const EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

export function emptyRun(): Run {
  return {
    evalId: null,
    version: null,
    date: null,
    efforts: new Map(),
    isConfigured: false,
    rows: [],
    unreadable: 0,
  };
}

/** @throws Failure (usage) for a document that is no results file, or one of another version */
export function readResults(document: unknown, name: string, grading: Grading): Run {
  const read = z.safeParse(envelope, document);
  if (!read.success) {
    throw usageFailure(
      "is no results file of promptfoo: it has no 'results'",
      name,
      "write one with: promptfoo eval -o results.json",
    );
  }
  const { evalId, metadata, config, results } = read.data;
  if (results.version !== READ_VERSION) {
    const found =
      typeof results.version === "number"
        ? `results version ${results.version}`
        : "results without a version";
    throw usageFailure(
      `found ${found}; this reader knows ${READ_VERSION} (promptfoo 0.123.1 writes it)`,
      name,
      "run the eval again with a newer promptfoo",
    );
  }
  const run = emptyRun();
  run.evalId = typeof evalId === "string" && /^[\w:.-]{1,80}$/.test(evalId) ? evalId : null;
  const { promptfooVersion, evaluationCreatedAt } = metadata ?? {};
  run.version =
    typeof promptfooVersion === "string" && /^[\w.+-]{1,40}$/.test(promptfooVersion)
      ? promptfooVersion
      : null;
  run.date = dayOf(evaluationCreatedAt) ?? dayOf(results.timestamp);
  run.efforts = effortsOf(config?.providers);
  run.isConfigured = Array.isArray(config?.providers);
  for (const row of results.results ?? []) addRow(run, row, grading);
  return run;
}

/** One row of a results file, or one line of a file of rows. */
export function addRow(run: Run, written: unknown, grading: Grading): void {
  const row = readRow(written, grading);
  if (row === null) run.unreadable += 1;
  else run.rows.push(row);
}

function dayOf(written: unknown): string | null {
  return typeof written === "string" ? (/^\d{4}-\d{2}-\d{2}/.exec(written)?.[0] ?? null) : null;
}

function effortsOf(providers: unknown): Run["efforts"] {
  const efforts: Run["efforts"] = new Map();
  for (const provider of Array.isArray(providers) ? providers : []) {
    const read = z.safeParse(configured, provider);
    if (!read.success) continue;
    const { id, label, config } = read.data;
    const written = config?.reasoning_effort ?? config?.reasoning?.effort ?? null;
    const name = label ?? id;
    const effort = EFFORTS.find((each) => each === written) ?? null;
    efforts.set(name, [...(efforts.get(name) ?? []), effort]);
  }
  return efforts;
}

const configured = z.object({
  id: z.string(),
  label: z.nullish(z.string()),
  config: z.nullish(
    z.object({
      reasoning_effort: z.nullish(z.string()),
      reasoning: z.nullish(z.object({ effort: z.nullish(z.string()) })),
    }),
  ),
});
