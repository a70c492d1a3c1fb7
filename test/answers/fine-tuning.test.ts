/** Fine-tuning around its end: what is tuned already is served until the shutdown, new jobs are not. */
import { describe, expect, it } from "vitest";
import { explainModel } from "../../src/answers/explanation/index.ts";
import type { RequirementFlags } from "../../src/question/index.ts";
import { answerOf, needOfFlags } from "../pipeline/needs.ts";

/** The vendor takes new jobs until 2027-01-05 and serves its models until 2027-01-14. */
const rowsOn = async (asOf: string, flags: RequirementFlags, model = "gpt-4o") => {
  const answer = answerOf(await needOfFlags({ ...flags, asOf }));
  const { tested, standing } = explainModel(answer, model);
  const rows = tested
    .filter(({ constraint }) => /fine-?tun|shutdown/i.test(constraint))
    .map(({ status, constraint, tests, actual }) => [status, constraint, tests, actual]);
  return { rows, qualifies: standing.failed.length === 0 };
};

const JOBS = ["lifecycle.fineTuningCloses", "new fine-tuning jobs on", "2027-01-06"];

describe("a model that is tuned already", () => {
  it.each(["2026-11-29", "2027-01-05", "2027-01-06", "2027-01-14"])(
    "is served on %s",
    async (day) => {
      for (const model of ["gpt-4o", "gpt-4o-mini"]) {
        const { rows, qualifies } = await rowsOn(day, { fineTuned: true }, model);
        expect(rows).toEqual([
          ["met", "lifecycle.shutdown", "served on", "2027-01-14"],
          ["met", "workload.fineTuned", "serves fine-tuned versions", true],
        ]);
        expect(qualifies).toBe(true);
      }
    },
  );

  it("ends with its base", async () => {
    const { rows, qualifies } = await rowsOn("2027-01-15", { fineTuned: true });
    expect(rows[0]).toEqual(["failed", "lifecycle.shutdown", "served on", "2027-01-14"]);
    expect(qualifies).toBe(false);
  });

  it("does not exist of a model that could not be tuned; once nobody can, that stays open", async () => {
    const flags = { fineTuned: true, only: ["gpt-4o-2024-11-20"] };
    const on = async (asOf: string) => answerOf(await needOfFlags({ ...flags, asOf })).result;
    expect((await on("2026-11-29")).recommendation).toBe(null);
    const { ranking } = await on("2027-01-10");
    expect(ranking.map(({ screen, open }) => [screen, open])).toEqual([
      [
        "unknown",
        [
          {
            constraint: "workload.fineTuned",
            message: "is not confirmed to offer fine-tuning",
          },
        ],
      ],
    ]);
  });
});

describe("new jobs", () => {
  const ASKED: [string, RequirementFlags][] = [
    ["by need", { needs: ["fine-tuning"] }],
    ["by need beside a tuned model", { needs: ["fine-tuning"], fineTuned: true }],
    ["by training tokens", { trainingTokens: "1M", fineTuned: true }],
  ];

  it.each(ASKED)("are open on 2027-01-05: %s", async (_how, flags) => {
    const { rows, qualifies } = await rowsOn("2027-01-05", flags);
    expect(rows).toContainEqual(["met", ...JOBS]);
    expect(qualifies).toBe(true);
  });

  it.each(ASKED)("are closed from 2027-01-06: %s", async (_how, flags) => {
    const { rows, qualifies } = await rowsOn("2027-01-06", flags);
    expect(rows).toContainEqual(["failed", "needs.fine-tuning", "offers fine-tuning", false]);
    expect(rows).toContainEqual(["failed", ...JOBS]);
    expect(qualifies).toBe(false);
  });
});
