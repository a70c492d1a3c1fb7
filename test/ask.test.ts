/** The library's one call says what the program prints. */
import { expect, test } from "vitest";
import { decideFor, openCatalog } from "../src/index.ts";
import { failureOf } from "./support/failure-line.ts";
import { runCli, TEST_DAY } from "./support/run.ts";

const catalog = await openCatalog();

test("it gives the program's own result", async () => {
  const requirements = { budget: "low", latency: "realtime", needs: ["vision"] } as const;
  const { stdout } = await runCli(["--json"], { stdin: JSON.stringify(requirements) });
  const { result } = decideFor({ ...requirements, needs: ["vision"] }, { catalog, asOf: TEST_DAY });
  expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(stdout));
});

test("the same arguments give the same answer, other draws another sureness", () => {
  const options = { catalog, asOf: TEST_DAY, draws: 500, seed: 7 };
  const first = decideFor({ task: "coding" }, options).result;
  expect(decideFor({ task: "coding" }, options).result).toEqual(first);
  const exact = decideFor({ task: "coding" }, { ...options, draws: 0 }).result;
  expect(exact.ranking.map(({ score }) => score)).toEqual(first.ranking.map(({ score }) => score));
});

test("a mistake names the field", async () => {
  const decide = (requirements: object) =>
    failureOf(() => decideFor(requirements, { catalog, asOf: TEST_DAY }));
  expect(await decide({ budgt: "low" })).toBe(
    "usage: requirements.budgt: budgt: no such field (did you mean 'budget'?)",
  );
  expect(await decide({ task: "codding" })).toBe(
    "usage: requirements.task: unknown task 'codding' (did you mean 'coding'?)",
  );
});

test("a number of readings or a seed out of bounds is a mistake of the caller, who is told the bounds", async () => {
  const decide = (choice: { draws?: number; seed?: number }) =>
    failureOf(() => decideFor({}, { catalog, asOf: TEST_DAY, ...choice }));
  for (const draws of [-1, Number.NaN, 1.5, 1e9]) {
    expect(await decide({ draws })).toBe(
      `usage: draws: '${draws}' is no such number (write 0 to 1000000)`,
    );
  }
  expect(await decide({ seed: 2 ** 32 })).toBe(
    "usage: seed: '4294967296' is no such number (write 0 to 4294967295)",
  );
  expect(decideFor({}, { catalog, asOf: TEST_DAY, draws: 1 }).result.schemaVersion).toBe(1);
});
