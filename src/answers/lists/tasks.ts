/** The kinds of work: how hard each is, which benchmarks speak for it, and the month assumed. */
import { gridOf, type GridColumns, tableOf } from "../../format/columns.ts";
import { strong } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Task } from "../../schema/descriptions.ts";
import { asStated, count, counted } from "../../words/figures.ts";
import { naming, type AssumedBy, choicesDocument, entryNotes } from "./listing.ts";

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

/**
 * @param assumedBy for a list of one line an entry
 * @param only one entry by its id, in full
 */
export function presentTasks(
  catalog: Catalog,
  assumedBy: AssumedBy | null = null,
  only: string | null = null,
): Presentation {
  const tasks = catalog.tasks.filter(({ id }) => only === null || id === only);
  const ids = tasks.map(({ id }) => id);
  return {
    data: () => ({ schemaVersion: 1, tasks }),
    document: () =>
      assumedBy !== null && only === null
        ? choicesDocument({
            ids,
            noun: "tasks",
            use: "pick-model -t <id>",
            read: "pick-model tasks <id>",
            assumedBy,
          })
        : {
            title: "Tasks",
            blocks: [
              ...(only === null
                ? [{ kind: "headline", left: [strong(counted(ids.length, "task"))] } as const]
                : []),
              only === null ? tableOf(COLUMNS, tasks) : entryNotes(tableOf(COLUMNS, tasks)),
              {
                kind: "paragraph",
                text: "The number after a benchmark is its relevance to the task; only the proportions count.",
              },
            ],
          },
    grid: () => gridOf(COLUMNS, tasks),
    summary: () => naming(ids, "task"),
    quiet: () => ids,
  };
}

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
