/** The work of `pick-model evidence promptfoo`: results read, models named, an evidence file written. */
import { questionOf } from "../../ask.ts";
import { assess } from "../../decision/assessment.ts";
import { outputMultipleOf } from "../../decision/cost.ts";
import { evaluationOf } from "../../evidence/evaluation.ts";
import { assignModels, type Assigned, type Skipped } from "../../evidence/promptfoo/assigned.ts";
import { columnsOf, type Column } from "../../evidence/promptfoo/columns.ts";
import type { Run } from "../../evidence/promptfoo/results.ts";
import type { Grading } from "../../evidence/promptfoo/row.ts";
import { readingOf } from "../../evidence/reading.ts";
import { candidateIds } from "../../facts/candidate.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { EvaluationFile } from "../../schema/evaluation.ts";
import { usageFailure } from "../../schema/failure.ts";
import { readWord } from "../../typed/word.ts";
import { counted } from "../../words/figures.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf } from "../evidence.ts";
import { EXIT } from "../exit-codes.ts";
import { note } from "../messages.ts";
import type { FILE_OPTIONS, CATALOG_OPTIONS, DAY_OPTIONS } from "../options/common.ts";
import type { PROMPTFOO_OPTIONS } from "../options/own-data.ts";
import { deliverText, readDestination } from "../output.ts";
import { ofOnePrompt, readNames, readTarget, readTask } from "../promptfoo/read-options.ts";
import { readRun } from "../promptfoo/read-run.ts";
import { openStreamedInput } from "../streamed-input.ts";

const COMMAND = "evidence promptfoo";
const READER = {
  command: COMMAND,
  verb: "read",
  advice: "name a results file of promptfoo, or pipe one in",
};

export async function run({
  operands: [file = "-"],
  options,
  io,
}: Invocation<
  typeof PROMPTFOO_OPTIONS & typeof DAY_OPTIONS & typeof CATALOG_OPTIONS & typeof FILE_OPTIONS
>): Promise<number> {
  const destination = readDestination(options);
  const catalog = await openCatalogFor(options, io);
  const task = readTask(options, catalog);
  const target = readTarget(options);
  const asOf = readAsOf(options, io);
  const errors =
    options.errors === undefined ? null : readWord(options.errors, "--errors", ["exclude", "fail"]);
  const names = readNames(options);
  const grading = { countLatency: options.countLatency === true, metric: options.metric ?? null };

  const read = await readRun(await openStreamedInput(file, io, READER), grading);
  const { run: results, sha256 } = read;
  const rows = ofOnePrompt(results.rows, options.prompt);
  if (rows.length === 0) {
    throw usageFailure("no row of results is in it", file, "run the eval, then export it again");
  }
  const columns = columnsOf(rows, errors === "fail");
  const abilities = abilitiesFor(task, catalog, asOf);
  const { assigned, skipped } = assignModels(columns, names, {
    defaultEffort: abilities.defaultEffort,
    efforts: results.efforts,
  });
  refuseUnserved(assigned, errors);
  if (assigned.length === 0) throw nothingGraded(columns, skipped, file);
  const left = leftOut(results, skipped, errors === null ? columns : []);
  if (options.strict === true && left.length > 0) {
    throw usageFailure(left.join("; "), "--strict", "map the columns, or read without --strict");
  }
  const evaluation = evaluationOf(assigned, {
    id: identifierOf(results.evalId ?? `results-${sha256.slice(0, 12)}`),
    title: `promptfoo${results.version === null ? "" : ` ${results.version}`}, ${results.evalId ?? `sha256 ${sha256.slice(0, 12)}`}`,
    checked: results.date ?? asOf,
    sha256,
    task,
    criterion: criterionOf(grading),
    target,
    isSnapshot: (id) =>
      catalog.models.some(
        ({ id: model, snapshots }) => model !== id && snapshots.some((each) => each.id === id),
      ),
    publicAbility: abilities.publicAbility,
    constantsVersion: catalog.levels.version,
  });
  await deliverText(await textOf(evaluation, destination), destination, io);
  const reading = readingOf(
    evaluation,
    {
      rows: results.unreadable,
      columns: [
        ...skipped.map(({ why }) => why),
        ...unknownModels(evaluation, catalog),
        ...otherSnapshots(evaluation, catalog),
        ...(results.isConfigured ? [] : defaultEfforts(assigned)),
      ],
      locallyCached: assigned.reduce((sum, { column }) => sum + column.locallyCached, 0),
    },
    catalog.levels.quality.ownTestsAtLeast,
  );
  if (destination === null) for (const line of reading) note(io, line);
  else io.stdout.write(reading.map((line) => `${line}\n`).join(""));
  return EXIT.answered;
}

const MOST_NOT_RUN = 0.05;

/** Leaving out what was not served rewards a model that breaks: a few are chance, more are not. */
function refuseUnserved(assigned: readonly Assigned[], errors: "exclude" | "fail" | null): void {
  if (errors !== null) return;
  for (const { name, column } of assigned) {
    if (column.notRun <= MOST_NOT_RUN * column.rows) continue;
    throw usageFailure(
      `${column.notRun} of ${column.rows} requests to ${name} were not served (429, 5xx, network): over 5 % cannot be left out`,
      "results",
      "run them again with 'promptfoo eval --retry-errors', or say --errors exclude or --errors fail",
    );
  }
}

function nothingGraded(columns: readonly Column[], skipped: readonly Skipped[], file: string) {
  const served = columns.some(({ rows, notRun }) => notRun < rows);
  const reasons = skipped.map(({ why }) => why).join("; ");
  return usageFailure(
    served
      ? `no model's answers were graded: ${reasons}`
      : "every request failed before it was served (429, 5xx, network)",
    file,
    served
      ? "write assertions into the tests, and map columns with --map"
      : "run it again with 'promptfoo eval --retry-errors'",
  );
}

/** @param columns whose gaps nobody has allowed for */
function leftOut(
  { unreadable }: Run,
  skipped: readonly Skipped[],
  columns: readonly Column[],
): string[] {
  const sum = (of: (column: Column) => number) =>
    columns.reduce((total, column) => total + of(column), 0);
  const [ungraded, notRun] = [sum((column) => column.ungraded), sum((column) => column.notRun)];
  return [
    ...(unreadable === 0 ? [] : [`${counted(unreadable, "row")} could not be read`]),
    ...(ungraded === 0 ? [] : [`${counted(ungraded, "answer")} had no assertion`]),
    ...(notRun === 0 ? [] : [`${counted(notRun, "request")} not served`]),
    ...skipped.map(({ why }) => why),
  ];
}

function unknownModels({ models }: EvaluationFile, catalog: Catalog): string[] {
  const ids = candidateIds(catalog);
  return Object.keys(models).flatMap((name) =>
    ids.includes(name.split("@")[0] ?? "")
      ? []
      : [`${name} is in no catalog yet: it is kept, and decides nothing`],
  );
}

/** A file of rows does not say how hard a model was told to think. */
function defaultEfforts(assigned: readonly Assigned[]): string[] {
  return assigned.flatMap(({ column, model, effort, isDefaultEffort }) =>
    isDefaultEffort
      ? [
          `${model} is taken at its default effort, ${effort}, which rows do not say: else --map ${column.promptIdx}=${model}@<effort>`,
        ]
      : [],
  );
}

/** What was seen of a snapshot is said of no other: it counts where that one is asked for. */
function otherSnapshots({ models }: EvaluationFile, catalog: Catalog): string[] {
  return Object.keys(models).flatMap((name) => {
    const id = name.split("@")[0] ?? "";
    const model = catalog.models.find(({ snapshots }) => snapshots.some((each) => each.id === id));
    const usual = model?.snapshots.find((each) => each.default === true)?.id;
    return model === undefined || model.id === id || usual === undefined || usual === id
      ? []
      : [`${id} is not what ${model.id} means (${usual}): it counts with --only ${id}`];
  });
}

function criterionOf({ countLatency, metric }: Grading): string {
  if (metric !== null) return `the named score ${metric}, 0.5 or more`;
  return countLatency ? "all assertions" : "all assertions except latency, cost, perplexity";
}

/** Letters, digits and single hyphens, as ids of the catalog are. */
function identifierOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80);
}

async function textOf(evaluation: EvaluationFile, file: string | null): Promise<string> {
  if (/\.json$/i.test(file ?? "")) return `${JSON.stringify(evaluation, null, 2)}\n`;
  const { yamlText } = await import("../../format/yaml.ts");
  return `# How often each model did your own work. Use it with: --catalog ${file ?? "<this file>"}\n${yamlText(evaluation)}`;
}

/** What public results say of each model at the task itself, as hard as it is. */
function abilitiesFor(task: string, catalog: Catalog, asOf: string) {
  const layer = { document: { task }, from: "flag" as const, originOf: () => `--task ${task}` };
  const { need, sheets } = questionOf([layer], { catalog, asOf });
  return {
    defaultEffort: (model: string): string | null => {
      const sheet = sheets.find(model);
      return sheet === null
        ? null
        : (outputMultipleOf(sheet, catalog.levels)?.defaultEffort ?? null);
    },
    publicAbility: (model: string, effort: string | null): number | null => {
      const sheet = sheets.find(model);
      if (sheet === null) return null;
      const { quality, reasoning } = assess(sheet.candidate, need, sheets);
      if (quality.estimate === null || (reasoning?.effort ?? null) !== effort) return null;
      return (quality.own?.publicAbility ?? quality.ability).point;
    },
  };
}
