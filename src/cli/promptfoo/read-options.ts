/** The options of `evidence promptfoo`, read. */
import type { Row } from "../../evidence/promptfoo/row.ts";
import type { OptionValues } from "../../question/option.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { usageFailure, quoted } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import { readNumber } from "../../typed/number.ts";
import { readIdentifier } from "../../typed/word.ts";
import type { PROMPTFOO_OPTIONS } from "../options/own-data.ts";

type Options = OptionValues<typeof PROMPTFOO_OPTIONS>;

export function readTask({ task }: Options, { tasks }: Catalog): string {
  const ids = tasks.map(({ id }) => id);
  const [written, ...more] = task ?? [];
  if (written === undefined) {
    const advice = `name the kind of work that was tested: ${ids.slice(0, 6).join(", ")} … (pick-model tasks)`;
    throw usageFailure("no value", "--task", advice);
  }
  if (more.length > 0) {
    throw usageFailure(
      "two kinds of work in one run of tests",
      "--task",
      "name the one that was tested",
    );
  }
  const id = readIdentifier(written, "--task");
  if (ids.includes(id)) return id;
  throw usageFailure(`unknown task ${quoted(id)}`, "--task", suggestion(id, ids));
}

export function readTarget({ target }: Options): number | null {
  if (target === undefined) return null;
  const isPercentage = target.trim().endsWith("%");
  const rule = {
    what: "a success rate",
    example: "0.9",
    positive: true,
    most: isPercentage ? 100 : 1,
  };
  const read = readNumber(target.trim().replace(/%$/, ""), "--target", rule);
  const rate = isPercentage ? read / 100 : read;
  if (rate < 1) return rate;
  throw usageFailure(
    "no model is right every time",
    "--target",
    "give a rate below 1, such as 0.95",
  );
}

export function readNames({ map = [] }: Options): Map<string, string> {
  const names = new Map<string, string>();
  for (const typed of map) {
    const at = typed.lastIndexOf("=");
    const [column, model] = [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
    if (at < 1 || column === "" || !/^[A-Za-z0-9][\w.:-]*(?:@[a-z]+)?$/.test(model)) {
      throw usageFailure(
        `${quoted(typed)} is not column=model`,
        "--map",
        "write it as prod=gpt-4o",
      );
    }
    if (names.has(column)) throw usageFailure(`${quoted(column)} is given twice`, "--map");
    names.set(column, model);
  }
  return names;
}

/** @throws Failure (usage) where several prompts were tested and none was chosen: the best of many tries is no evidence */
export function ofOnePrompt(rows: readonly Row[], asked: string | undefined): Row[] {
  const prompts = [...new Map(rows.map((row) => [row.promptId, row.promptLabel]))];
  if (asked !== undefined) {
    const chosen = prompts.filter(
      ([, label], place) => label === asked || String(place) === asked.trim(),
    );
    if (chosen.length === 1) return rows.filter(({ promptId }) => promptId === chosen[0]?.[0]);
    throw usageFailure(`no prompt is called ${quoted(asked)}`, "--prompt", listed(prompts));
  }
  if (prompts.length < 2) return [...rows];
  throw usageFailure(
    `${prompts.length} prompts were tested: the best of several would have had more tries than the rest`,
    "results",
    `choose one with --prompt <number>: ${listed(prompts)}`,
  );
}

/** By number and digest: a label is mostly the prompt itself. */
function listed(prompts: readonly (readonly [string, string])[]): string {
  if (prompts.length === 0) return "the results hold no prompt";
  return prompts.map(([id], place) => `${place} (${id.slice(0, 8)})`).join(", ");
}
