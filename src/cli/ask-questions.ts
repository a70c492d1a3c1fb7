/** The questions of `pick-model ask`, each read as the option it stands for. */
import { readBudget } from "../question/options/preferences.ts";
import type { Catalog } from "../schema/catalog.ts";
import { Failure } from "../schema/failure.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { QUALITY_LEVELS } from "../schema/vocabulary.ts";
import { readDate } from "../typed/duration.ts";
import { readRequestsPerMonth } from "../typed/rate.ts";
import { endsOn } from "../words/endings.ts";
import type { Dialogue } from "./io.ts";

/** Under the names of the options; what was left empty is not stated. */
export interface Stated {
  task?: string[];
  requests?: string;
  budget?: string;
  quality?: string;
  until?: string;
}

/** Tasks shown at once. */
const MOST_TASKS = 8;

/** Null when whoever was asked had enough. */
export async function askQuestions(
  { tasks, levels }: Catalog,
  dialogue: Dialogue,
): Promise<Stated | null> {
  const { autocomplete, isCancel, select, text } = await import("@clack/prompts");
  const { daysPerMonth } = levels.lifecycle;
  const task = await autocomplete({
    ...dialogue,
    message: `What kind of work? (type to search ${tasks.length})`,
    options: tasks.map(({ id, name }) => ({ value: id, label: id, hint: name })),
    maxItems: MOST_TASKS,
  });
  if (isCancel(task)) return null;
  const requests = await text({
    ...dialogue,
    message: "How many requests?",
    placeholder: "200/day, or 20k a month; empty: the usual",
    validate: readable((typed) => readRequestsPerMonth(typed, "requests", daysPerMonth)),
  });
  if (isCancel(requests)) return null;
  const budget = await text({
    ...dialogue,
    message: "What may it cost a month, in US dollars?",
    placeholder: "20; or low, medium, high, unlimited",
    validate: readable((typed) => readBudget(typed, "budget")),
  });
  if (isCancel(budget)) return null;
  const quality = await select({
    ...dialogue,
    message: "How good must answers be?",
    options: QUALITY_LEVELS.map((value) => ({ value })),
    initialValue: "standard" as const,
  });
  if (isCancel(quality)) return null;
  return {
    ...(task === "" ? {} : { task: [task] }),
    ...typedAs("requests", requests),
    ...typedAs("budget", budget),
    quality,
  };
}

/** The fifth question, where an end is near: empty for no answer, null when whoever was asked had enough. */
export async function askUntil(
  ending: IsoDate,
  asOf: IsoDate,
  dialogue: Dialogue,
): Promise<string | null> {
  const { isCancel, text } = await import("@clack/prompts");
  const until = await text({
    ...dialogue,
    message: `Until when must it be served? (the pick ${endsOn(ending)})`,
    placeholder: "a day, such as 2027-06-30; empty: it does not matter",
    validate: readable((typed) => {
      if (readDate(typed, "until") < asOf) throw new RangeError(`a day after ${asOf}`);
    }),
  });
  return isCancel(until) ? null : (until ?? "").trim();
}

function typedAs(name: "requests" | "budget", text: string | undefined): Stated {
  const typed = (text ?? "").trim();
  return typed === "" ? {} : { [name]: typed };
}

/** What is wrong with what was typed, in the words of the option's own reader. */
function readable(read: (typed: string) => unknown) {
  return (typed: string | undefined): string | undefined => {
    if ((typed ?? "").trim() === "") return undefined;
    try {
      read(typed ?? "");
      return undefined;
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      if (!(error instanceof Failure)) throw error;
      return error.advice === undefined ? error.message : `${error.message} (${error.advice})`;
    }
  };
}
