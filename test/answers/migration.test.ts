/** Moving from a model that ends: the bill before and after, what breaks, by when, and who is no way out. */
import { describe, expect, test } from "vitest";
import { openCatalog } from "../../src/catalog/index.ts";
import type { CostResult } from "../../src/answers/cost/schema.ts";
import { migration, type Migration, type Target } from "../../src/answers/migration/schema.ts";
import { runCli } from "../support/run.ts";

const DAY = "2026-11-29";
const shipped = await openCatalog();

async function migrationOf(line: string, asOf = DAY): Promise<Migration> {
  const { code, stdout, stderr } = await runCli(
    ["migrate", ...line.split(" "), "--json", "--draws", "200"],
    { asOf },
  );
  expect(stderr).toBe("");
  const result = migration.parse(JSON.parse(stdout));
  expect(code).toBe(result.recommendation === null ? 1 : 0);
  return result;
}

function targetIn({ targets }: Migration, model: string): Target {
  const found = targets.find((each) => each.model === model);
  if (found === undefined) throw new Error(`${model} is no target`);
  return found;
}

describe("the bill before and after", () => {
  const WORKLOADS = [
    "--requests 100k --input-tokens 1000 --output-tokens 300",
    "--requests 20k --input-tokens 2000 --output-tokens 800",
    "--requests 1k --input-tokens 127000 --output-tokens 1000",
    "--requests 300k --input-tokens 4000 --cached-tokens 2000 --output-tokens 300 --image 1024x1024",
  ];

  test.each(WORKLOADS)("%s: every figure is that of cost, to the last digit", async (workload) => {
    for (const effort of ["", " --effort high"]) {
      const result = await migrationOf(`gpt-4o-mini ${workload}${effort}`);
      const models = [result.from.model, ...result.targets.map(({ model }) => model)];
      const { stdout } = await runCli(
        ["cost", ...models, ...`${workload}${effort}`.split(" "), "--json"],
        { asOf: DAY },
      );
      const { bills } = JSON.parse(stdout) as CostResult;
      const billed = new Map(bills.map((bill) => [bill.model, bill]));
      expect(result.from.usdPerMonth).toBe(billed.get("gpt-4o-mini")?.usdPerMonth);
      for (const { model, cost } of result.targets) {
        const bill = billed.get(model);
        expect([model, cost.usdPerMonth]).toEqual([model, bill?.usdPerMonth]);
        // The ends of the range: the same bill with the output line at the ends of the multiple.
        const output = bill?.lines.find(({ item }) => item === "output")?.usdPerMonth ?? 0;
        const others = (bill?.usdPerMonth ?? 0) - output;
        const visible = output / cost.outputMultiple.point;
        expect(cost.low).toBeCloseTo(others + visible * cost.outputMultiple.low, 6);
        expect(cost.high).toBeCloseTo(others + visible * cost.outputMultiple.high, 6);
      }
    }
  });

  test("1,000 in, 300 out, 100,000 times: the prices of the lists", async () => {
    const result = await migrationOf(
      "gpt-4o-mini --requests 100k --input-tokens 1000 --output-tokens 300",
    );
    // 100 million in and 30 million out: 0.15 × 100 + 0.6 × 30, 0.1 × 100 + 0.5 × 30, …
    expect(result.from.usdPerMonth).toBe(33);
    expect(
      Object.fromEntries(result.targets.map(({ model, cost }) => [model, cost.usdPerMonth])),
    ).toMatchObject({
      "gpt-6-luna": 25,
      "gpt-5.6-luna": 56,
      "gpt-5.4-nano": 57.5,
      "gpt-5.4-mini": 210,
      "gpt-6.1-terra": 250,
    });
  });

  test("where it turns: billed output tokens for each visible one", async () => {
    const at = async (line: string, model: string) =>
      targetIn(await migrationOf(line), model).turns.find((turn) => turn.of === "output-multiple")
        ?.at;
    const workload = "--requests 100k --input-tokens 1000 --output-tokens 300";
    // Luna: 10 for the input, 15 for the visible output. (33 - 10) / 15 and (550 - 10) / 15.
    expect(await at(`gpt-4o-mini ${workload}`, "gpt-6-luna")).toBeCloseTo(23 / 15, 10);
    expect(await at(`gpt-4o ${workload}`, "gpt-6-luna")).toBeCloseTo(36, 10);
    // Terra: 100 and 150. (550 - 100) / 150.
    expect(await at(`gpt-4o ${workload}`, "gpt-6.1-terra")).toBeCloseTo(3, 10);
    // Dearer than mini at any multiple.
    expect(await at(`gpt-4o-mini ${workload}`, "gpt-5.4-nano")).toBeUndefined();
  });

  test("an image of 1024x1024 on Luna is 32 x 32 patches at 1.2 tokens, and mini's 25,501 make it cheaper", async () => {
    const { stdout } = await runCli(
      ["cost", "gpt-6-luna", "gpt-4o-mini", "--image", "1024x1024:high", "--json"],
      { asOf: DAY },
    );
    const { bills } = JSON.parse(stdout) as CostResult;
    expect(bills.map(({ status }) => status)).toEqual(["priced", "priced"]);
    expect(
      new Set(bills.flatMap(({ images }) => images.map(({ tokensEach }) => tokensEach))),
    ).toEqual(new Set([1229, 25501]));
    const sent = await migrationOf("gpt-4o-mini --image 1024x1024 --sends images");
    const row = targetIn(sent, "gpt-6-luna").changes.find(
      ({ parameter }) => parameter === "images",
    );
    expect(row).toMatchObject({
      severity: "changes-price",
      unverified: true,
      evidence: ["vision-squeezer"],
    });
  });
});

describe("by when", () => {
  test("from mini today: the day, what closes before it, and who is no way out, with sources", async () => {
    const { from, notThese, until, plan, sources } = await migrationOf("gpt-4o-mini");
    expect(from).toMatchObject({
      vendor: "OpenAI",
      shutdown: "2027-01-14",
      daysLeft: 46,
      replacement: { model: "gpt-6-luna" },
    });
    expect(from.closesBefore.map(({ date }) => date)).toEqual(["2026-11-30", "2027-01-06"]);
    expect(until).toBe("2028-01-14");
    const ends = notThese.map(({ model, announcedEnd, daysBeforeOldEnd }) => [
      model,
      announcedEnd,
      daysBeforeOldEnd,
    ]);
    expect(ends).toContainEqual(["gpt-4.1-mini", "2027-01-14", 0]);
    expect(ends).toContainEqual(["gpt-5-mini", "2026-12-11", 34]);
    expect(ends).toContainEqual(["gpt-5.1", "2027-04-01", -77]);
    for (const { reasons } of notThese) {
      for (const { evidence } of reasons) expect(evidence.every((id) => id in sources)).toBe(true);
    }
    expect(plan.map(({ date }) => date)).toEqual([
      "2026-12-10",
      "2026-12-24",
      "2026-12-31",
      "2027-01-07",
    ]);
  });

  test("before the announcement there is no deadline, and nobody is out for an end announced later", async () => {
    const result = await migrationOf("gpt-4o-mini", "2026-10-01");
    expect(result.from).toMatchObject({ shutdown: null, daysLeft: null, announced: null });
    expect(result.plan).toEqual([]);
    expect(result.notThese.map(({ model }) => model)).not.toContain("gpt-4.1-mini");
    expect(result.targets.map(({ model }) => model)).toContain("gpt-4.1-mini");
    // The end of gpt-5-mini was announced in June.
    expect(result.notThese.map(({ model }) => model)).toContain("gpt-5-mini");
    const { stdout } = await runCli(["migrate", "gpt-4o-mini"], { asOf: "2026-10-01" });
    expect(stdout).toContain("No end of GPT-4o mini is announced.");
  });

  test("after the shutdown what is served is still ranked, and there is nothing left to plan", async () => {
    const result = await migrationOf("gpt-4o-mini", "2027-02-01");
    expect(result.recommendation?.model).toBe("gpt-6-luna");
    expect(result.from.daysLeft).toBe(-18);
    expect(result.plan).toEqual([]);
  });

  test("a step whose day has passed is due today", async () => {
    const { plan } = await migrationOf("gpt-4o-mini", "2026-12-26");
    expect(plan.map(({ date, overdue }) => [date, overdue])).toEqual([
      ["2026-12-26", true],
      ["2026-12-26", true],
      ["2026-12-31", false],
      ["2027-01-07", false],
    ]);
  });
});

describe("what breaks", () => {
  const sent = "--sends max_tokens,tools";

  test("tools and max_tokens on Luna: refused, priced and to check, each with its source and day", async () => {
    const luna = targetIn(await migrationOf(`gpt-4o-mini ${sent}`), "gpt-6-luna");
    expect(
      luna.changes.slice(0, 3).map(({ parameter, severity }) => [parameter, severity]),
    ).toEqual([
      ["max_tokens", "fails"],
      ["reasoning_effort", "changes-price"],
      ["tools", "check"],
    ]);
    expect(luna.changesNeeded).toBe(2);
  });

  test("with reasoning tools fail on chat completions and pass on Responses", async () => {
    const severityOf = async (options: string) =>
      targetIn(
        await migrationOf(`gpt-4o-mini gpt-6-luna ${sent} --effort low ${options}`),
        "gpt-6-luna",
      ).changes.find(({ parameter }) => parameter === "tools")?.severity;
    expect(await severityOf("--endpoint chat")).toBe("fails");
    expect(await severityOf("--endpoint responses")).toBeUndefined();
  });

  test("what the requirements need is sent too, and a feature that is lacking fails", async () => {
    const { sends, targets } = await migrationOf(
      "gpt-4o gpt-6.1-terra --needs function-calling --sends prediction",
    );
    expect(sends).toEqual(["prediction", "tools"]);
    const [terra] = targets;
    expect(
      terra?.changes.slice(0, 2).map(({ parameter, severity }) => [parameter, severity]),
    ).toEqual([
      ["prediction", "fails"],
      ["tools", "fails"],
    ]);
    expect(terra?.lost).toContain("fine-tuning");
    expect(terra?.lost).toContain("a dated snapshot to pin");
  });

  test("every row of every model names a source of the catalog and a day", async () => {
    const known = new Set(shipped.sources.map(({ id }) => id));
    let rows = 0;
    for (const effort of ["none", "high"]) {
      for (const from of ["gpt-4o", "gpt-4o-mini"]) {
        const { targets } = await migrationOf(`${from} --effort ${effort} --until 2026-12-01`);
        for (const { evidence, observed } of targets.flatMap(({ changes }) => changes)) {
          rows += 1;
          expect(evidence.length).toBeGreaterThan(0);
          expect(evidence.every((id) => known.has(id))).toBe(true);
          expect(observed).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }
    }
    expect(rows).toBeGreaterThan(50);
  });

  test("from one reasoning model to the next nothing is said that was so before", async () => {
    const { targets } = await migrationOf("gpt-5.6-luna gpt-6-luna");
    expect(targets[0]?.changes.map(({ parameter }) => parameter)).not.toContain("temperature");
  });
});

describe("what is not known is not promised", () => {
  test("no form says that a target qualifies while something is open, nor prints a quality nobody measured", async () => {
    const { targets, recommendation } = await migrationOf("gpt-4o-mini");
    expect(
      targets.every(({ quality, status }) => quality === null && status === "may-qualify"),
    ).toBe(true);
    expect(recommendation?.settles).toHaveLength(1);
    for (const format of ["table", "markdown", "summary", "madr", "github", "ics", "csv"]) {
      const { stdout, code } = await runCli(["migrate", "gpt-4o-mini", "--format", format], {
        asOf: DAY,
      });
      expect([format, code]).toEqual([format, 0]);
      expect(stdout).not.toMatch(/\bqualifies\b(?!:)|meets (?:every|what)/);
    }
  });

  test("one measured at this effort counts, one at another effort does not", async () => {
    const claim = (effort: string) =>
      `id: gpt-6-luna\nsources: [{ id: mine, title: Own test, publisher: us, class: own, checked: 2026-11-28 }]\n` +
      `benchmarks: { gpqa: [{ value: 60, source: mine, observed: 2026-11-28, effort: ${effort} }] }\n`;
    const { withCatalogFile } = await import("../support/migration.ts");
    const known = async (effort: string) =>
      withCatalogFile(claim(effort), async (file) => {
        const result = await migrationOf(
          `gpt-4o-mini gpt-6-luna --task reasoning --catalog ${file}`,
        );
        return targetIn(result, "gpt-6-luna").quality !== null;
      });
    expect(await known("none")).toBe(true);
    expect(await known("high")).toBe(false);
  });

  test("the effort sets the bill, the wait and what is known of both", async () => {
    const at = async (effort: string) =>
      targetIn(
        await migrationOf(
          `gpt-4o-mini gpt-6-luna --effort ${effort} --requests 100k --input-tokens 1000 --output-tokens 300`,
        ),
        "gpt-6-luna",
      );
    const [none, medium] = [await at("none"), await at("medium")];
    expect(none.cost).toMatchObject({ usdPerMonth: 25, low: 25, high: 25, known: true });
    expect(none.wait.known).toBe(true);
    expect(none.costAtDefaultEffort).toEqual(medium.cost);
    // 10 + 15 × 1.4, 10 + 15, 10 + 15 × 10
    expect(medium.cost).toMatchObject({ usdPerMonth: 31, low: 25, high: 160, known: false });
    expect(medium.wait.known).toBe(false);
    expect(medium.wait.seconds).toBeGreaterThan(none.wait.seconds);
  });
});

describe("on one screen", () => {
  const LINES = [
    ["migrate", "gpt-4o-mini"],
    ["migrate", "gpt-4o"],
    ["migrate", "gpt-4o-mini", "--requests", "300k", "--sends", "max_tokens,tools"],
    [
      "migrate",
      "gpt-4o",
      "--effort",
      "high",
      "--sends",
      "max_tokens,tools,temperature,logprobs,prediction",
    ],
    ["migrate", "gpt-4o", "gpt-6.2-sol"],
    ["migrate", "gpt-5.4-mini"],
  ];

  test.each(LINES.map((line) => [line.join(" "), line] as const))("%s", async (_name, line) => {
    const { stdout, code } = await runCli([...line, "--draws", "200"], {
      asOf: DAY,
      columns: 80,
    });
    expect(code).toBe(0);
    const rows = stdout.trimEnd().split("\n");
    expect(rows.length).toBeLessThanOrEqual(40);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(80);
    expect(rows.at(-1)).toMatch(/^ {2}More: .*pick-model lock --migrate-to/);
  });

  test("a service on mini: target, bill, edits and day", async () => {
    const { stdout } = await runCli(
      ["migrate", "gpt-4o-mini", "--requests", "300k", "--sends", "max_tokens,tools"],
      { asOf: DAY, columns: 80 },
    );
    await expect(stdout).toMatchFileSnapshot("golden/migrate-mini.txt");
  });

  test("everything there is to say", async () => {
    const { stdout } = await runCli(["migrate", "gpt-4o", "--full"], { asOf: DAY, columns: 80 });
    await expect(stdout).toMatchFileSnapshot("golden/migrate-full.txt");
  });

  test("nothing takes over: each reason, and the smallest change", async () => {
    const outcome = await runCli(
      [
        "migrate",
        "gpt-4o-mini",
        "--requests",
        "300k",
        "--input-tokens",
        "1000",
        "--output-tokens",
        "300",
        "--max-cost",
        "20",
      ],
      { asOf: DAY, columns: 80 },
    );
    expect([outcome.code, outcome.stderr]).toEqual([1, ""]);
    await expect(outcome.stdout).toMatchFileSnapshot("golden/migrate-nothing.txt");
  });
});

describe("other forms", () => {
  test("a calendar: RFC 5545, folded, with the plan, the closings and the last day", async () => {
    const { stdout } = await runCli(["migrate", "gpt-4o-mini", "--format", "ics"], { asOf: DAY });
    expect(stdout.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const lines = stdout.split("\r\n");
    expect(
      Math.max(...lines.map((line) => new TextEncoder().encode(line).length)),
    ).toBeLessThanOrEqual(75);
    expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false);
    const days = lines.filter((line) => line.startsWith("DTSTART")).map((line) => line.slice(-8));
    expect(days).toEqual([
      "20261130",
      "20261210",
      "20261224",
      "20261231",
      "20270106",
      "20270107",
      "20270114",
    ]);
    const ids = lines.filter((line) => line.startsWith("UID:"));
    expect(new Set(ids).size).toBe(ids.length);
    await expect(stdout.replaceAll("\r", "")).toMatchFileSnapshot("golden/migrate.ics");
  });

  test("a decision record: from, to, deadline, changes, and the check as its confirmation", async () => {
    const { stdout } = await runCli(["migrate", "gpt-4o-mini", "--format", "madr"], { asOf: DAY });
    for (const said of [
      "Move from GPT-4o mini to GPT-6 Luna",
      "2027-01-14",
      "max_tokens",
      "pick-model check",
    ]) {
      expect(stdout).toContain(said);
    }
  });

  test("the id alone, and none where nothing takes over", async () => {
    expect((await runCli(["migrate", "gpt-4o-mini", "--quiet"], { asOf: DAY })).stdout).toBe(
      "gpt-6-luna\n",
    );
    const none = await runCli(
      [
        "migrate",
        "gpt-4o-mini",
        "--needs",
        "on-device,fine-tuning",
        "--only",
        "gpt-6-luna",
        "--quiet",
      ],
      { asOf: DAY },
    );
    expect([none.code, none.stdout]).toEqual([1, ""]);
  });

  test("a fine-tuned version is billed as one today, and moves to a base model", async () => {
    const { from, targets } = await migrationOf(
      "ft:gpt-4o-mini-2024-07-18:acme::id --requests 100k --input-tokens 1000 --output-tokens 300",
    );
    // 0.3 × 100 + 1.2 × 30
    expect(from).toMatchObject({ fineTuned: true, usdPerMonth: 66 });
    expect(targets[0]).toMatchObject({ model: "gpt-6-luna", cost: { usdPerMonth: 25 } });
  });
});

describe("what cannot be asked", () => {
  test.each([
    ["migrate gpt-6-lun", "try: pick-model migrate gpt-6-luna"],
    ["migrate gpt-4o gpt-4o", "moves from gpt-4o to itself"],
    ["migrate gpt-4o gpt-6.2-sol --effort none", "does not offer effort none"],
    ["migrate gpt-4o --effort minimal", "'minimal'"],
    ["migrate gpt-4o gpt-5-mini --as-of 2027-01-02", "was shut down on 2026-12-11"],
    ["migrate gpt-4o gpt-6-luna --as-of 2026-01-02", "is not released by 2026-01-02"],
    ["migrate gpt-6.2-sol --as-of 2026-01-02", "is not released by 2026-01-02"],
    ["migrate gpt-4o --sends max_token", "--sends max_tokens"],
    ["migrate", "migrate"],
  ])("%s", async (line, said) => {
    const { code, stdout, stderr } = await runCli(line.split(" "), { asOf: DAY });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  });
});
