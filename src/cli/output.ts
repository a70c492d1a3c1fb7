/** From an answer to its text at its destination, as the output options ask. */
import { FORMAT_IDS, type FormatId, quietText, render } from "../format/index.ts";
import { CSV_DELIMITERS, type CsvDelimiter, type Presentation } from "../format/presentation.ts";
import type { OptionValues } from "../question/option.ts";
import { usageFailure } from "../schema/failure.ts";
import { readWord } from "../typed/word.ts";
import type { Io } from "./io.ts";
import type { FILE_OPTIONS, OUTPUT_OPTIONS } from "./options/common.ts";
import { columnsOf, usesColour, usesLinks } from "./terminal.ts";
import type { Written } from "./write-whole.ts";

export interface Output {
  format: FormatId | "quiet";
  /** A file's path as typed; null is stdout. */
  file: string | null;
  colour: boolean;
  links: boolean;
  columns: number;
  rows?: number;
  csvDelimiter?: CsvDelimiter;
  /** Whether a long text may be shown page by page. */
  isPaged: boolean;
}

const DEFAULT_FORMAT: FormatId = "table";

/** Read before any work is done, so that a mistyped format costs nothing. @throws Failure (usage) */
export function readOutput(options: OptionValues<typeof OUTPUT_OPTIONS>, io: Io): Output {
  const file = readDestination(options);
  const format = readFormat(options, file);
  const stream = file === null ? io.stdout : null;
  const isPlain = options.noColor === true;
  const csvDelimiter = readDelimiter(options, format);
  return {
    format,
    file,
    isPaged: file === null && format === "table" && options.noPager !== true,
    colour: usesColour(isPlain, stream, io.env),
    links: usesLinks(isPlain, stream, io.env),
    columns: columnsOf(io.stdout, io.env),
    ...(csvDelimiter === undefined ? {} : { csvDelimiter }),
    ...(stream?.rows ? { rows: stream.rows } : {}), // 0: a terminal that does not know
  };
}

const DELIMITERS = Object.keys(CSV_DELIMITERS) as CsvDelimiter[];

/** By its name, or the sign itself. */
function readDelimiter(
  { csvDelimiter: typed }: OptionValues<typeof OUTPUT_OPTIONS>,
  format: Output["format"],
): CsvDelimiter | undefined {
  if (typed === undefined) return undefined;
  const flag = "--csv-delimiter";
  const sign = DELIMITERS.find((name) => CSV_DELIMITERS[name] === typed);
  const delimiter = sign ?? readWord(typed, flag, DELIMITERS);
  if (format === "csv") return delimiter;
  throw usageFailure("is for csv alone", flag, "add --format csv, or leave it out");
}

/** Where the text goes: a file's path, or null for stdout, which `-` means too. */
export function readDestination({ output }: OptionValues<typeof FILE_OPTIONS>): string | null {
  if (output?.trim() === "") throw usageFailure("no value", "--output", "name a file");
  return output === undefined || output === "-" ? null : output;
}

/**
 * @param isLong a text that is read page by page, where somebody sits at a terminal
 * @param about what is said of it where it goes into a file
 */
export async function deliver(
  presentation: Presentation,
  output: Output,
  io: Io,
  { isLong = false, about }: { isLong?: boolean | undefined; about?: string | undefined } = {},
): Promise<void> {
  const { format, file, isPaged } = output;
  const text =
    format === "quiet" ? quietText(presentation) : await render(presentation, format, output);
  if (isLong && isPaged && (await io.page?.(text)) === true) return;
  await deliverSaid(text, file, io, about);
}

/** Prints a text, or puts it in a file. @throws Failure (usage) when the file cannot be written */
export async function deliverText(
  text: string,
  file: string | null,
  io: Io,
): Promise<Written | null> {
  if (file === null) {
    io.stdout.write(text);
    return null;
  }
  const { writeWhole } = await import("./write-whole.ts");
  return writeWhole(file, text, io.cwd);
}

/** The same, and says on stderr which file it is in. */
export async function deliverSaid(
  text: string,
  file: string | null,
  io: Io,
  about?: string,
): Promise<void> {
  const written = await deliverText(text, file, io);
  if (file === null || written === null || written === "passed-on") return;
  const { note } = await import("./messages.ts");
  note(io, `${WRITTEN[written]} ${file}${about === undefined ? "" : `: ${about}`}`);
}

const WRITTEN = {
  new: "wrote",
  replaced: "replaced",
  unchanged: "nothing changed in",
} as const satisfies Record<Exclude<Written, "passed-on">, string>;

/** Texts as they come: printed at once, or a file once all of them are there. @throws Failure (usage) as above */
export async function deliverTexts(
  texts: AsyncIterable<string>,
  file: string | null,
  { stdout, cwd }: Io,
): Promise<void> {
  if (file !== null) {
    const { writeWhole } = await import("./write-whole.ts");
    await writeWhole(file, texts, cwd);
    return;
  }
  for await (const text of texts) {
    if (text !== "") stdout.write(text);
    // Nobody reads any more: there is nobody left to answer.
    if (!((await stdout.drained?.()) ?? true)) return;
  }
}

/** Formats that a file's name asks for as plainly as an option would. */
const BY_EXTENSION: Readonly<Record<string, FormatId>> = {
  json: "json",
  yaml: "yaml",
  yml: "yaml",
  md: "markdown",
  markdown: "markdown",
  csv: "csv",
  html: "html",
  htm: "html",
  ics: "ics",
};

function formatOfName(file: string | null): FormatId | undefined {
  const extension = /\.([a-z]+)$/i.exec(file ?? "")?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
}

function readFormat(
  options: OptionValues<typeof OUTPUT_OPTIONS>,
  file: string | null,
): Output["format"] {
  const { format: typed, json, quiet } = options;
  const format = typed === undefined ? undefined : readWord(typed, "--format", FORMAT_IDS);
  if (json === true && format !== undefined && format !== "json") {
    throw contradiction(`--json and --format ${format}`);
  }
  if (quiet !== true) {
    return json === true ? "json" : (format ?? formatOfName(file) ?? DEFAULT_FORMAT);
  }
  if (json === true) throw contradiction("--quiet and --json");
  if (format !== undefined) throw contradiction(`--quiet and --format ${format}`);
  return "quiet";
}

function contradiction(options: string) {
  return usageFailure("ask for different outputs", options, "drop one of the two");
}
