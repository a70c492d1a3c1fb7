/** A bundle: one file with one discount for all, and additions for several models. */
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const DEAL =
  "sources: [{ id: deal, title: Contract, publisher: us, class: own, checked: 2026-11-01 }]";
const TENTH = "discount: [{ value: 0.1, source: deal, observed: 2026-11-01, from: 2026-11-01 }]";

async function billed(text: string) {
  const folder = await temporaryFolder({ "bundle.yaml": text });
  const catalog = path.join(folder, "bundle.yaml");
  const workload = ["--requests", "100k", "--input-tokens", "1000", "--output-tokens", "300"];
  return runCli(["cost", ...workload, "--catalog", catalog, "-f", "summary"]);
}

test("one discount reduces the prices of every model of a provider", async () => {
  // A tenth off $33 and $550.
  expect(await billed(`${DEAL}\nprovider: openai\n${TENTH}\n`)).toEqual({
    code: 0,
    stdout: "GPT-4o mini is $465.30 a month cheaper: $29.70 against $495.\n",
    stderr: "",
  });
});

test("additions for several models stand in one file", async () => {
  const overlay = (id: string) => `  - { id: ${id}, ${TENTH} }`;
  const both = await billed(
    `${DEAL}\noverlays:\n${overlay("gpt-4o")}\n${overlay("gpt-4o-mini")}\n`,
  );
  expect(both.stdout).toContain("$29.70 against $495");
});

test("a model or a provider that is not there is named with its place", async () => {
  const unknown = await billed(`${DEAL}\noverlays:\n  - { id: gpt-9, ${TENTH} }\n`);
  expect({ code: unknown.code, stdout: unknown.stdout }).toEqual({ code: 3, stdout: "" });
  expect(unknown.stderr).toMatch(
    /bundle\.yaml:3:11: overlays\[0\]\.id: there is no model 'gpt-9' to add claims to/,
  );
  const nobody = await billed(`${DEAL}\nprovider: opnai\n${TENTH}\n`);
  expect(nobody.code).toBe(3);
  expect(nobody.stderr).toContain("there is no model of 'opnai' to reduce the prices of");
});
