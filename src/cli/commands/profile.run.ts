/** The work of `pick-model profile`: usage read and added up, requirements written, a table printed. */
import path from "node:path";
import { presentProfile } from "../../answers/profile/presentation.ts";
import type { Profile } from "../../answers/profile/schema.ts";
import { type Grouping, GROUPINGS, INPUT_FORMATS } from "../../profile/names.ts";
import type { SkipReason } from "../../profile/record.ts";
import { type Usage, usageCounter } from "../../profile/usage.ts";
import type { OptionValues } from "../../question/option.ts";
import { usageFailure } from "../../schema/failure.ts";
import { readNumber } from "../../typed/number.ts";
import { readWord } from "../../typed/word.ts";
import { count, counted, decimal } from "../../words/figures.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf } from "../evidence.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import type { OUTPUT_OPTIONS, CATALOG_OPTIONS, DAY_OPTIONS } from "../options/common.ts";
import type { PROFILE_OPTIONS } from "../options/own-data.ts";
import { deliver, readDestination, readOutput } from "../output.ts";
import { profiledGroups } from "../profile/profiled.ts";
import { EXAMPLE, readCsvColumns } from "../profile/read-csv.ts";
import { readUsage } from "../profile/read-usage.ts";
import { daysText, writeRequirements } from "../profile/requirements-files.ts";
import { openStreamedInput, type StreamedInput } from "../streamed-input.ts";

type Specs = typeof PROFILE_OPTIONS &
  typeof DAY_OPTIONS &
  typeof CATALOG_OPTIONS &
  typeof OUTPUT_OPTIONS;

const READER = {
  command: "profile",
  verb: "read",
  advice: "name an export or a log, or pipe one in",
};

const ONE_DAY = 1;
const ONE_WEEK = 7;

export async function run({ operands, options, io }: Invocation<Specs>): Promise<number> {
  // The file of --output takes requirements; what is said of them goes to stdout.
  const { output: _requirements, ...others } = options;
  const output = readOutput(others, io);
  const destination = readDestination(options);
  const catalog = await openCatalogFor(options, io);
  const asOf = readAsOf(options, io);
  const by = options.by === undefined ? null : readWord(options.by, "--by", GROUPINGS);
  const { read, csv } = readerOf(options);

  refuseRepeated(operands, io);
  const counter = usageCounter(by);
  for (const file of operands) {
    // One after the other: two files at once would double the memory.
    await read(await openStreamedInput(file, io, READER), counter);
  }
  if (counter.hasMore() && options.partial !== true) {
    throw usageFailure(
      "the export is incomplete: its last page says that there is more",
      operands.at(-1),
      "fetch the next page too, or go on with --partial",
    );
  }
  const usage = counter.result();
  if (usage.totals.requests === 0) {
    throw usageFailure(
      "no request is in it",
      operands[0],
      skippedText(usage) ?? "export other days",
    );
  }
  if (csv === null || (by ?? "none") !== "none") refuseUngrouped(usage, by, csv !== null);
  const days = daysOf(usage, options);
  const groups = profiledGroups(usage, {
    catalog,
    asOf,
    days,
    whatIf: options.whatIf === true,
    isBilledByGroup: usage.grouping === "project" || usage.grouping === "none",
  });
  if (options.strict === true && usage.skipped.size > 0) {
    throw usageFailure(skippedText(usage) ?? "", "--strict", "leave the records out of the files");
  }
  const profile: Profile = {
    schemaVersion: 1,
    asOf,
    grouping: usage.grouping,
    days,
    from: dateOf(usage.start),
    until: dateOf(usage.end),
    totals: usage.totals,
    groups,
    notes: notesOf(usage, days, options),
  };
  if (destination !== null) await writeRequirements(profile, operands, destination, io);
  await deliver(presentProfile(profile), output, io);
  return EXIT.answered;
}

/** @throws Failure (usage): what is read twice would count twice */
function refuseRepeated(operands: readonly string[], { cwd }: Io): void {
  const files = operands.map((file) => (file === "-" ? file : path.resolve(cwd, file)));
  const [twice] = files.flatMap((file, place) =>
    files.indexOf(file) === place ? [] : (operands[place] ?? []),
  );
  if (twice !== undefined) throw usageFailure("is named twice", twice, "name each file once");
}

/** @throws Failure (usage) for columns of what is no CSV, and CSV without columns */
function readerOf({ inputFormat, columns }: OptionValues<Specs>) {
  const format =
    inputFormat === undefined ? null : readWord(inputFormat, "--input-format", INPUT_FORMATS);
  if (columns !== undefined && format !== null && format !== "csv") {
    const where = `--columns and --input-format ${format}`;
    throw usageFailure("columns are named for CSV alone", where, "drop one of them");
  }
  if (format === "csv" && columns === undefined) {
    throw usageFailure("the columns of a CSV file are not guessed", "--input-format csv", EXAMPLE);
  }
  const csv = columns === undefined ? null : readCsvColumns(columns);
  return {
    csv,
    read: (input: StreamedInput, counter: ReturnType<typeof usageCounter>) =>
      readUsage(input, csv ?? (format === "csv" ? null : format), counter),
  };
}

function refuseUngrouped(
  { groups, grouping, hasTimes }: Usage & { grouping: Grouping },
  by: Grouping | null,
  isCsv: boolean,
): void {
  const isNameless = groups.length > 0 && groups.every(({ key }) => key === null);
  const hasNoModel = groups.every(({ cells }) => cells.every(({ model }) => model === null));
  if (!isNameless || (grouping === "none" && !hasNoModel)) return;
  const advice = isCsv
    ? `name its column: --columns ${by === "api-key" ? "key" : by}=…`
    : by === null || !hasTimes
      ? "export with group_by=project_id,model"
      : "group by something else: --by model, or --by none";
  throw usageFailure(
    "the records name no " + (hasNoModel && !isCsv ? "model" : grouping),
    "--by",
    advice,
  );
}

function daysOf(usage: Usage, { assumeDays }: OptionValues<Specs>): number {
  if (assumeDays !== undefined) {
    return readNumber(assumeDays, "--assume-days", {
      what: "a number of days",
      example: "30",
      positive: true,
      most: 3660,
    });
  }
  if (usage.days !== null && usage.days >= ONE_DAY) return usage.days;
  throw usageFailure(
    usage.days === null
      ? "no record says when it was"
      : `the records span ${decimal(usage.days * 24, 1)} hours: too little to make a month of`,
    "--assume-days",
    "say how many days they cover, such as --assume-days 1",
  );
}

const SKIPPED: Record<SkipReason, string> = {
  unreadable: "that could not be read",
  failed: "that failed",
  "other-result": "of other APIs (embeddings, moderation, audio, images)",
  "other-call": "of other calls",
  "served-by-proxy": "answered by a proxy's cache, at no cost",
  "without-usage": "without usage",
};

function skippedText({ skipped, fault }: Usage): string | null {
  const parts = [...skipped].map(([reason, times]) => {
    const first = reason === "unreadable" && fault !== null ? ` (first: ${fault})` : "";
    return `${counted(times, "record")} ${SKIPPED[reason]}${first}`;
  });
  return parts.length === 0 ? null : `left out: ${parts.join("; ")}`;
}

function notesOf(
  usage: Usage,
  days: number,
  { assumeDays, partial }: OptionValues<Specs>,
): string[] {
  const left = skippedText(usage);
  return [
    ...(days < ONE_WEEK && assumeDays === undefined
      ? [`short-window: ${daysText(days)} hold no weekly cycle`]
      : []),
    ...(usage.gapDays > 0
      ? [`nothing speaks of ${counted(usage.gapDays, "day")} in between: not filled`]
      : []),
    ...(usage.droppedLast ? ["the last bucket is shorter than the others and was left out"] : []),
    ...(usage.duplicates > 0
      ? [`${count(usage.duplicates)} records came twice: the later one counts`]
      : []),
    ...(usage.withoutRequests > 0
      ? [`${counted(usage.withoutRequests, "bucket")} had tokens and no request`]
      : []),
    ...(partial === true ? ["the export is incomplete"] : []),
    ...(left === null ? [] : [left]),
    "text tokens carry over between GPT-4o and GPT-4o mini, and to others by assumption; quality and latency are not in a bill: state --quality, --latency and --task",
  ];
}

function dateOf(seconds: number | null): string | null {
  if (seconds === null || !(Math.abs(seconds) < 8.64e12)) return null;
  const text = new Date(seconds * 1000).toISOString().slice(0, 10);
  return /^\d{4}-/.test(text) ? text : null;
}
