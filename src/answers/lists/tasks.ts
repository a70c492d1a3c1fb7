/** The kinds of work: how hard each is, which benchmarks speak for it, and the month assumed. */
import type { GridColumns } from "../../format/columns.ts";
import type { Presentation } from "../../format/presentation.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Task } from "../../schema/descriptions.ts";
import { asStated, count, counted } from "../../words/figures.ts";
import { type AssumedBy, presentEntries } from "./listing.ts";

const COLUMNS: GridColumns<Task> = {
  id: { value: ({ id }) => id, header: "task" },
  name: { value: ({ name }) => name },
  complexity: { value: ({ complexity }) => complexity, header: "complexity" },
  benchmarks: { value: benchmarks, header: "benchmarks" },
  month: { header: "month assumed", text: month },
  requestsPerMonth: { value: ({ workload }) => workload.requestsPerMonth },
  inputTokens: { value: ({ workload }) => workload.inputTokens },
  outputTokens: { value: ({ workload }) => workload.outputTokens },
  images: { value: images },
  caveat: { value: ({ caveat }) => caveat ?? null },
};

/** @param only one entry by its id, in full */
export function presentTasks(
  { tasks }: Catalog,
  assumedBy: AssumedBy,
  only: string | null = null,
): Presentation {
  return presentEntries(tasks, COLUMNS, NAMING, assumedBy, only);
}

const NAMING = {
  key: "tasks",
  title: "Tasks",
  singular: "task",
  plural: "tasks",
  command: "tasks",
  option: "-t",
  remark: "The number after a benchmark is its relevance to the task; only the proportions count.",
};

/** The most relevant first. */
function benchmarks(task: Task): string {
  return Object.entries(task.benchmarks)
    .toSorted(([, a], [, b]) => b.relevance - a.relevance)
    .map(([id, { relevance }]) => `${id} ${asStated(relevance)}`)
    .join(", ");
}

function month(task: Task): string {
  const { requestsPerMonth, inputTokens, outputTokens } = task.workload;
  const pictures = images(task);
  return (
    `${count(requestsPerMonth)} requests of ${count(inputTokens)} in / ${count(outputTokens)} out` +
    (pictures === 0 ? "" : `, ${counted(pictures, "image")} each`)
  );
}

function images({ workload: { images: all = [] } }: Task): number {
  return all.reduce((sum, image) => sum + image.count, 0);
}
