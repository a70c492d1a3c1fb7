/** The kinds of work: how hard each is, which benchmarks speak for it, and the month assumed. */
import { asStated, count, counted } from "../../words/figures.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Task } from "../../schema/task.ts";
import { strong } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { naming } from "./listing.ts";

export function presentTasks({ tasks }: Catalog): Presentation {
  const ids = tasks.map(({ id }) => id);
  return {
    data: () => ({ schemaVersion: 1, tasks }),
    document: () => ({
      title: "Tasks",
      blocks: [
        { kind: "headline", left: [strong(counted(ids.length, "task"))] },
        {
          kind: "table",
          columns: [
            { header: "task", align: "left" },
            { header: "complexity", align: "left" },
            { header: "benchmarks", align: "left" },
            { header: "month assumed", align: "left" },
          ],
          rows: tasks.map((task) => [task.id, task.complexity, benchmarks(task), month(task)]),
        },
        {
          kind: "paragraph",
          text: "The number after a benchmark is its relevance to the task; only the proportions count.",
        },
      ],
    }),
    grid: () => ({
      columns: [
        "id",
        "name",
        "complexity",
        "benchmarks",
        "requestsPerMonth",
        "inputTokens",
        "outputTokens",
        "images",
        "caveat",
      ],
      rows: tasks.map((task) => [
        task.id,
        task.name,
        task.complexity,
        benchmarks(task),
        task.workload.requestsPerMonth,
        task.workload.inputTokens,
        task.workload.outputTokens,
        images(task),
        task.caveat ?? null,
      ]),
    }),
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
