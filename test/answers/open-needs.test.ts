/** No text says more than is known: an open need is not met, a quality nobody measured is unknown, in every format. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { FEATURES } from "../../src/schema/vocabulary.ts";
import { runCli } from "../support/run.ts";

const FORMATS = ["table", "markdown", "summary", "madr", "csv", "yaml", "json"];
const CLAIMS =
  /\bqualifies\b|meets? (?:every|all|your|these)|only (?:one|option|model) (?:that|known to) (?!is not ruled out)/i;

/** Questions that only a successor can answer, whose features few sources state. */
const question = fc.record({
  task: fc.constantFrom("general", "documents", "coding", "agents", "chat"),
  quality: fc.constantFrom("standard", "critical"),
  needs: fc.uniqueArray(fc.constantFrom(...FEATURES), { maxLength: 3 }),
  until: fc.constantFrom(null, "2027-01-14", "2028-12-31"),
  isSuccessorIn: fc.boolean(),
});

const STATED = [
  "--draws",
  "0",
  "--requests",
  "1000",
  "--input-tokens",
  "500",
  "--output-tokens",
  "100",
];

interface Printed {
  recommendation: { model: string; confidence: { label: string; cap: string | null } } | null;
  ranking: {
    model: string;
    screen: string;
    open: { constraint: string; message: string }[];
    criteria: { quality: { index: number; evidence: string[] } };
  }[];
  warnings: { code: string; model?: string }[];
  excluded: { model: string }[];
}

test("no text claims what an open need contradicts, nor a figure nobody measured", async () => {
  let open = 0;
  await fc.assert(
    fc.asyncProperty(question, async ({ task, quality, needs, until, isSuccessorIn }) => {
      const argv = [
        ...STATED,
        "--task",
        task,
        "--quality",
        quality,
        ...(needs.length === 0 ? [] : ["--needs", needs.join(",")]),
        ...(until === null ? [] : ["--until", until]),
        ...(isSuccessorIn ? ["--include-successors"] : []),
      ];
      const json = await runCli([...argv, "--json"]);
      if (json.stderr !== "") return; // needs that contradict each other
      const result = JSON.parse(json.stdout) as Printed;
      const [pick] = result.ranking;
      if (pick?.screen !== "unknown") return;
      open += 1;
      const codes = result.warnings.filter(({ code }) => code === "unconfirmed-need");
      expect(codes).toHaveLength(pick.open.length);
      expect(result.recommendation?.confidence.label).toMatch(/^(?:low|toss-up)$/);
      expect(result.recommendation?.confidence.cap ?? "no source confirms").toMatch(
        /^no source confirms/,
      );
      for (const format of FORMATS) {
        const { stdout } = await runCli([...argv, "--format", format]);
        expect(`${format}: ${stdout.replaceAll(/"?qualifies"?: (?:true|false)/g, "")}`).not.toMatch(
          CLAIMS,
        );
        if (format === "madr") expect(stdout).toContain("Bad, because no source confirms");
      }
      const explained = await runCli(["explain", ...argv]);
      expect(explained.stdout).not.toMatch(CLAIMS);
    }),
    { numRuns: 40 },
  );
  expect(open).toBeGreaterThan(0);
});

test("a quality nobody measured is unknown in every format", async () => {
  const argv = ["-t", "documents", "--include-successors", "--only", "gpt-6-luna", "--draws", "0"];
  const json = await runCli([...argv, "--json"]);
  const [pick] = (JSON.parse(json.stdout) as Printed).ranking;
  expect(pick?.criteria.quality.evidence).toEqual([]);
  const guess = Math.round(pick?.criteria.quality.index ?? 0);
  for (const format of ["table", "markdown", "summary", "madr", "csv"]) {
    const { stdout } = await runCli([...argv, "--format", format]);
    expect(`${format}: ${stdout}`).not.toMatch(new RegExp(`\\b${guess}\\b`));
  }
});
