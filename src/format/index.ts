/** The output formats: a new one is a file beside this one and a line below. */
import { usageFailure } from "../schema/failure.ts";
import type { Presentation, Format, Render, Style } from "./presentation.ts";
import { visible, withoutCommands } from "./document.ts";

export type { Format, Style };

/** A format that an answer brings with it: nothing is loaded to print it. */
function ready(form: Render): Format["load"] {
  return async () => ({ render: form });
}

function oneLine({ summary }: Presentation): string {
  return `${visible(summary().replaceAll(/\s+/g, " ").trim())}\n`;
}

export const FORMATS = {
  table: { about: "for people, on a terminal", load: () => import("./table.ts") },
  json: { about: "for programs, figures unrounded", load: () => import("./json.ts") },
  yaml: { about: "the same as json, easier to read", load: () => import("./yaml.ts") },
  markdown: { about: "for pull requests and wikis", load: () => import("./markdown.ts") },
  csv: { about: "for spreadsheets", load: () => import("./csv.ts") },
  summary: { about: "one plain sentence, for chat", load: ready(oneLine) },
  html: { about: "an interactive page", load: ready(({ page }) => page?.() ?? null) },
  madr: { about: "a decision record (MADR 4)", load: ready(({ record }) => record?.() ?? null) },
  github: { about: "annotations of a GitHub workflow", load: () => import("./github.ts") },
  junit: { about: "test results (JUnit XML), of check", load: () => import("./junit.ts") },
  ics: { about: "days for a calendar (iCalendar)", load: () => import("./ics.ts") },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;

export const FORMAT_IDS = Object.keys(FORMATS) as FormatId[];

/**
 * An answer as text, ending with one newline. Nothing is written anywhere.
 *
 * @throws Failure of kind `usage` when the answer has no such form
 */
export async function render(
  presentation: Presentation,
  format: FormatId,
  style: Style,
): Promise<string> {
  const { render: rendered } = await FORMATS[format].load();
  const text = await rendered(presentation, style);
  if (text === null) {
    throw usageFailure(
      `this answer has no ${format} form`,
      "--format",
      "table, json, yaml and markdown are always there",
    );
  }
  return FOR_PEOPLE.includes(format) ? withoutCommands(text) : text;
}

/** Formats that a workflow prints to its log, where words of a catalog or a file must not become commands. */
const FOR_PEOPLE: readonly FormatId[] = ["table", "markdown", "csv", "summary", "madr"];

/** What `--quiet` prints: one id a line; empty, without a newline, when there is none. */
export function quietText(presentation: Presentation): string {
  return presentation
    .quiet()
    .map((id) => `${id}\n`)
    .join("");
}
