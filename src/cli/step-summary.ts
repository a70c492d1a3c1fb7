/** The summary page of a GitHub workflow's step: Markdown appended to the file its environment names. */
import { appendFile } from "node:fs/promises";
import { render, type Style } from "../format/index.ts";
import type { Presentation } from "../format/presentation.ts";
import { quoted, usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";
import { whyNot } from "./write-whole.ts";

/** GitHub drops a step's whole summary beyond 1 MiB. */
const MOST_BYTES = 1_000_000;
const CUT = "\n_Cut here: the whole is too long for a summary._\n";

/** Does nothing outside of a workflow. @throws Failure (usage) when the file cannot be written */
export async function appendStepSummary(
  presentation: Presentation,
  style: Style,
  { env }: Io,
): Promise<void> {
  const file = env["GITHUB_STEP_SUMMARY"];
  if (file === undefined || file === "") return;
  const markdown = cutAtRow(await render(presentation, "markdown", style), MOST_BYTES);
  try {
    await appendFile(file, `${markdown}\n`);
  } catch (error) {
    const advice = "name a file it can be added to, or unset it";
    throw usageFailure(
      `cannot write ${quoted(file)}: ${whyNot(error)}`,
      "GITHUB_STEP_SUMMARY",
      advice,
    );
  }
}

/** The text, or as many whole lines of it as fit below the number of bytes. */
export function cutAtRow(text: string, mostBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length < mostBytes) return text;
  const end = bytes.lastIndexOf("\n", mostBytes - Buffer.byteLength(CUT) - 1);
  return `${bytes.subarray(0, Math.max(0, end)).toString()}\n${CUT}`;
}
