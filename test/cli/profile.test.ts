/** `profile`: from usage exports and logs to requirements that cost what the table says. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { profile as profileSchema, type Profile } from "../../src/answers/profile/schema.ts";
import { costResult } from "../../src/answers/cost/schema.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const FOLDER = path.join(import.meta.dirname, "..", "fixtures", "own-data");
const USAGE = path.join(FOLDER, "openai-usage-completions.json");
const COSTS = path.join(FOLDER, "openai-costs.json");
const BATCH = path.join(FOLDER, "openai-batch-output.jsonl");
const SECRET = "planted-secret-7f3a";

async function profiled(...line: string[]): Promise<Profile> {
  const { code, stdout, stderr } = await runCli(["profile", ...line, "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return profileSchema.parse(JSON.parse(stdout));
}

async function failed(...line: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(["profile", ...line]);
  expect(stdout).toBe("");
  return `${code} ${stderr.trim().replaceAll(/\s+/g, " ")}`;
}

interface Expected {
  days: number;
  requests: number;
  requestsPerMonth: number;
  textInputTokens: number;
  imageInputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  cost: Record<
    string,
    { imageTokensPerRequest: number; usdPerRequest: number; usdPerMonth: number }
  >;
  reconcile: { computedUsd: number; billedUsd: number; ratio: number };
}

async function expectedOf(name: string): Promise<Record<string, Expected>> {
  const all = JSON.parse(await readFile(path.join(FOLDER, "expected.json"), "utf8")) as Record<
    string,
    Record<string, Expected>
  >;
  return all[name] ?? {};
}

describe("the sample of OpenAI's exports", () => {
  it("comes to the expected figures, bill and price", async () => {
    const { groups, days } = await profiled(USAGE, COSTS);
    const expected = await expectedOf("openai-usage");
    expect(groups.map(({ group }) => group)).toEqual(["proj_ocr", "proj_support"]);
    for (const group of groups) {
      const of = expected[group.group ?? ""];
      if (of === undefined) throw new Error("every group is expected");
      const near = (value: number) => expect.closeTo(value, 9) as number;
      expect({ ...group, days }).toMatchObject({
        days: of.days,
        requests: of.requests,
        requestsPerMonth: of.requestsPerMonth,
        inputTokens: of.textInputTokens,
        imageTokens: of.imageInputTokens,
        cachedInputTokens: of.cachedInputTokens,
        outputTokens: of.outputTokens,
        costs: Object.entries(of.cost).map(([model, cost]) => ({
          model,
          imageTokensPerRequest: cost.imageTokensPerRequest,
          usdPerRequest: near(cost.usdPerRequest),
          usdPerMonth: near(cost.usdPerMonth),
        })),
        reconciled: {
          computedUsd: near(of.reconcile.computedUsd),
          billedUsd: near(of.reconcile.billedUsd),
          ratio: expect.closeTo(of.reconcile.ratio, 6) as number,
        },
      });
    }
    const [ocr, support] = groups;
    // The team on mini whose images make GPT-4o the cheaper model.
    expect([ocr?.cheapest, support?.cheapest]).toEqual(["gpt-4o", "gpt-4o-mini"]);
    expect(support?.notes).toEqual(["you pay 10 % less than list: a negotiated discount of 10 %?"]);
  });

  it("writes requirements that the program bills to the same cent", async () => {
    const folder = await temporaryFolder();
    const services = path.join(folder, "services");
    const outcome = await runCli(["profile", USAGE, COSTS, "-o", services]);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout.replaceAll(/\s+/g, " ")).toContain(
      "proj_ocr would pay less on the other model.",
    );
    const { groups } = await profiled(USAGE, COSTS);
    expect((await readdir(services)).toSorted()).toEqual(["proj_ocr.yaml", "proj_support.yaml"]);
    for (const { group, costs } of groups) {
      const file = path.join(services, `${group}.yaml`);
      const { stdout } = await runCli(["cost", "-r", file, "--json"]);
      const bills = costResult.parse(JSON.parse(stdout)).bills;
      expect(bills.map(({ model, usdPerMonth }) => [model, usdPerMonth])).toEqual(
        costs.map(({ model, usdPerMonth }) => [model, usdPerMonth]),
      );
      expect((await runCli(["-r", file, "--quiet"])).code).toBe(0);
    }
    const text = await readFile(path.join(services, "proj_ocr.yaml"), "utf8");
    expect(text.split("\n").slice(0, 2)).toEqual([
      "# profiled from openai-usage-completions.json, openai-costs.json, project proj_ocr: 3 days from 2026-11-17 (UTC)",
      "# in use: gpt-4o-mini-2024-07-18",
    ]);
    expect(text).toContain("pick-model lock -r FILE --expect gpt-4o-mini-2024-07-18\n");
  });

  it("gives the same in one file or in several, and every token to some group", async () => {
    const whole = JSON.parse(await readFile(USAGE, "utf8")) as { data: { results: never[] }[] };
    const part = (from: number, to: number, hasMore: boolean) =>
      JSON.stringify({ ...whole, data: whole.data.slice(from, to), has_more: hasMore });
    const folder = await temporaryFolder({
      "1.json": part(0, 1, true),
      "2.json": part(1, 3, false),
    });
    const [first, second] = [path.join(folder, "1.json"), path.join(folder, "2.json")];
    const together = await profiled(USAGE);
    expect(await profiled(first, second)).toEqual(together);
    const results = whole.data.flatMap((each) => each.results) as {
      num_model_requests: number;
      output_tokens: number;
      input_tokens: number;
    }[];
    const sum = (of: (each: (typeof results)[number]) => number) =>
      results.reduce((total, each) => total + of(each), 0);
    expect(together.totals).toMatchObject({
      requests: sum((each) => each.num_model_requests),
      output: sum((each) => each.output_tokens),
    });
    expect(together.totals.textInput + together.totals.imageInput).toBe(
      sum((each) => each.input_tokens),
    );
    expect(await failed(first)).toMatch(/^2 .*the export is incomplete.*--partial/);
    expect((await profiled(first, "--partial")).notes).toContain("the export is incomplete");
    expect(await failed(USAGE, first)).toMatch(/usage-completions\.json and .*1\.json overlap/);
  });
});

describe("tokens written to the cache", () => {
  const written = (file: string) => profiled(file, "--assume-days", "1");

  it("are stated, and billed to the same cent by the requirements that are written", async () => {
    const result = used(1000, { input_cached_tokens: 200_000, input_cache_write_tokens: 300_000 });
    const file = await fileOf(page([bucket(0, [{ ...result, model: "gpt-6-luna" }])]));
    const { groups, totals } = await profiled(file);
    expect(totals).toMatchObject({
      textInput: 1e6,
      cachedInput: 200_000,
      cacheWriteInput: 300_000,
    });
    expect(groups[0]?.requirements?.workload).toMatchObject({
      inputTokens: 1000,
      cachedInputTokens: 200,
      cacheWriteTokens: 300,
    });
    const folder = await temporaryFolder();
    const requirements = path.join(folder, "p.yaml");
    expect((await runCli(["profile", file, "-o", requirements])).code).toBe(0);
    const billed = async (...only: string[]) => {
      const { stdout } = await runCli(["cost", "-r", requirements, ...only, "--json"]);
      return costResult.parse(JSON.parse(stdout)).bills;
    };
    expect((await billed()).map(({ model, usdPerMonth }) => [model, usdPerMonth])).toEqual(
      groups[0]?.costs.map(({ model, usdPerMonth }) => [model, usdPerMonth]),
    );
    const [luna] = await billed("--only", "gpt-6-luna");
    // 500 at $0.10 a million, 200 read at $0.01, 300 written at $0.125.
    expect(luna?.lines.slice(0, 3).map(({ item, usdPerRequest }) => [item, usdPerRequest])).toEqual(
      [
        ["text-input", 0.00005],
        ["cached-input", 0.000002],
        ["cache-writes", 0.0000375],
      ],
    );
  });

  it("are read in the answers of both APIs, and none is no statement", async () => {
    const answer = { id: "1", object: "response", created: START, model: "gpt-6-luna" };
    const usage = { input_tokens: 2000, output_tokens: 10 };
    const details = { cached_tokens: 500, cache_write_tokens: 600 };
    const chat = { prompt_tokens: 2000, completion_tokens: 10, prompt_tokens_details: details };
    const response = { ...usage, input_tokens_details: { ...details, cache_write_tokens: 400 } };
    const of = async (...usages: object[]) => {
      const records = usages.map((each, id) => ({ ...answer, id: String(id), usage: each }));
      const { groups } = await written(await fileOf(lines(...records), "answers.jsonl"));
      return groups[0]?.requirements?.workload?.cacheWriteTokens;
    };
    expect(await of(chat)).toBe(600);
    expect(await of(chat, response)).toBe(500);
    expect(await of(usage)).toBeUndefined();
    expect(
      await of({ ...usage, input_tokens_details: { ...details, cache_write_tokens: 0 } }),
    ).toBeUndefined();
  });

  it("are no more than the text that did not come out of it, however the means are rounded", async () => {
    for (const requests of [3, 7, 11, 13, 49]) {
      for (const cached of [1, 2, 5]) {
        const result = {
          ...used(requests),
          input_tokens: 1000,
          input_cached_tokens: cached,
          input_cache_write_tokens: 5000,
        };
        const { groups } = await profiled(await fileOf(page([bucket(0, [result])])));
        const { cacheWriteTokens } = groups[0]?.requirements?.workload ?? {};
        expect(cacheWriteTokens).toBeCloseTo((1000 - cached) / requests, 9);
      }
    }
    expect(
      await failed(await fileOf(page([bucket(0, [used(10, { input_cache_write_tokens: -1 })])]))),
    ).toMatch(/negative count: -1/);
  });
});

test("Batch output: what failed is counted, the rest has its own tier", async () => {
  const expected = (await expectedOf("openai-batch")) as unknown as Record<string, number>;
  expect(await failed(BATCH)).toMatch(/the records span 0\.0 hours.*--assume-days 1/);
  const { groups, notes } = await profiled(BATCH, "--assume-days", "1");
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({
    requests: expected["succeeded"],
    inputTokens: expected["inputTokens"],
    cachedInputTokens: expected["cachedInputTokens"],
    outputTokens: expected["outputTokens"],
    serviceTier: expected["serviceTier"],
    peakRequestsPerMinute: 2,
    requirements: {
      // Nearest ranks of 24 and 1,224.
      workload: { inputTokens: { mean: 624, p50: 24, p95: 1224, max: 1224 }, serviceTier: "batch" },
    },
  });
  expect(notes.join()).toContain("left out: 2 records that failed");
  expect(await failed(BATCH, "--assume-days", "1", "--strict")).toMatch(
    /--strict: left out: 2 records/,
  );
});

const DAY = 86_400;
const START = 1_794_873_600;

function bucket(day: number, results: object[], width = DAY) {
  return {
    object: "bucket",
    start_time: START + day * DAY,
    end_time: START + day * DAY + width,
    results,
  };
}

function used(requests: number, more: object = {}) {
  return {
    object: "organization.usage.completions.result",
    num_model_requests: requests,
    input_tokens: requests * 1000,
    input_cached_tokens: 0,
    output_tokens: requests * 100,
    project_id: "p",
    model: "gpt-4o",
    batch: false,
    service_tier: "default",
    ...more,
  };
}

async function fileOf(value: unknown, name = "usage.json"): Promise<string> {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return path.join(await temporaryFolder({ [name]: text }), name);
}

function page(data: object[]) {
  return { object: "page", data, has_more: false, next_page: null };
}

describe("days", () => {
  it("a last bucket that is shorter is left out, a gap is told and not filled", async () => {
    const file = await fileOf(
      page([bucket(0, [used(100)]), bucket(3, [used(200)]), bucket(4, [used(7)], DAY / 2)]),
    );
    const { days, groups, notes, totals } = await profiled(file);
    expect({ days, requests: totals.requests }).toEqual({ days: 2, requests: 300 });
    expect(groups[0]?.requestsPerMonth).toBe((300 / 2) * 30);
    expect(notes).toEqual(
      expect.arrayContaining([
        "nothing speaks of 2 days in between: not filled",
        "the last bucket is shorter than the others and was left out",
        "short-window: 2 days hold no weekly cycle",
      ]) as string[],
    );
  });

  it("a month may lie so far from the mean: 1.645 standard errors of the mean day", async () => {
    const requests = [90, 110, 100, 95, 105, 120, 80];
    const file = await fileOf(page(requests.map((each, day) => bucket(day, [used(each)]))));
    const { groups } = await profiled(file, "--what-if");
    // Deviations from 100 squared: 100 + 100 + 0 + 25 + 25 + 400 + 400 = 1,050; / 6 = 175; / 7 = 25: 5.
    const [low, high] = groups[0]?.whatIf?.requestsPerMonth ?? [];
    expect(low).toBeCloseTo((100 - 1.6448536 * 5) * 30, 3);
    expect(high).toBeCloseTo((100 + 1.6448536 * 5) * 30, 3);
    expect((await profiled(USAGE, "--what-if")).groups[0]?.whatIf).toBeNull();
  });
});

describe("what an export may hold", () => {
  it("mixed tiers are entries of their own, unpriced ones are named", async () => {
    const file = await fileOf(
      page([
        bucket(0, [
          used(100),
          used(300, { batch: true, service_tier: null }),
          used(10, { service_tier: "priority" }),
          used(10, { service_tier: "scale" }),
        ]),
      ]),
    );
    const { groups } = await profiled(file);
    expect(
      groups.map((each) => [each.serviceTier, each.requests, each.requirements === null]),
    ).toEqual([
      ["batch", 300, false],
      ["fast", 10, false],
      ["scale", 10, true],
      ["standard", 100, false],
    ]);
    expect(groups[2]?.notes).toEqual(["the scale tier is not priced here"]);
  });

  it("a model nobody knows is kept, other results are counted", async () => {
    const file = await fileOf(
      page([
        bucket(0, [
          used(100, { model: "o9-mystery" }),
          { object: "organization.usage.embeddings.result", num_model_requests: 5 },
        ]),
      ]),
    );
    const { groups, notes } = await profiled(file);
    expect(groups[0]?.inUse).toMatchObject([{ model: "o9-mystery", catalogModel: null }]);
    expect(groups[0]?.notes.join()).toContain("o9-mystery is not in the catalog");
    expect(notes.join()).toContain("left out: 1 record of other APIs");
  });

  it("several models are added up, and told apart", async () => {
    const file = await fileOf(
      page([bucket(0, [used(100), used(300, { model: "gpt-4o-mini", input_tokens: 300_000 })])]),
    );
    const { groups } = await profiled(file);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.inputTokens).toBe(1000);
    expect(groups[0]?.inUse.map(({ model }) => model)).toEqual(["gpt-4o-mini", "gpt-4o"]);
  });

  it.each([
    [page([bucket(0, [used(-1)])]), /negative count: -1/],
    [
      page([bucket(0, [used(10, { input_cached_tokens: 99_999 })])]),
      /more cached or image tokens than input tokens/,
    ],
    [page([bucket(0, [used(10, { project_id: null, model: null })])]), /group_by=project_id,model/],
    [page([]), /no request is in it|no record says when/],
    [{ hello: 1 }, /no export or log that is known/],
    ["", /is no JSON/],
    ["<html>", /is no JSON/],
    ['{"object": "page", "data": [', /is no JSON/],
    [page([bucket(0, [used(10), used(10)])]), /the same bucket of the same group twice/],
  ])("refused: %j", async (value, message) => {
    expect(await failed(await fileOf(value))).toMatch(message);
  });

  it.each([
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["Windows' line breaks", (text: string) => text.replaceAll(",", ",\r\n")],
    ["UTF-16", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ])("read the same with %s", async (_what, written) => {
    const text = JSON.stringify(page([bucket(0, [used(10)])]));
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, "usage.json"), written(text));
    expect(await profiled(path.join(folder, "usage.json"))).toEqual(
      await profiled(await fileOf(text)),
    );
  });

  it("lists in lists without end are no export", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(await failed(await fileOf(deep))).toMatch(/^2 .*no export or log that is known/);
  });

  it("names of half a character, of a prototype, and of nothing are no way in", async () => {
    const half = JSON.stringify(page([bucket(0, [used(10)])])).replace('"p"', '"\\ud800"');
    expect((await profiled(await fileOf(half))).groups).toHaveLength(1);
    const proto = JSON.stringify(page([bucket(0, [used(10)])])).replace(
      '"num_model_requests"',
      '"__proto__"',
    );
    expect(await failed(await fileOf(proto))).toMatch(/^2 .*no request is in it/);
    const other = page([
      bucket(0, [used(10)]),
      bucket(0, [
        {
          object: "organization.costs.result",
          amount: { value: 1, currency: "eur" },
          project_id: "p",
        },
      ]),
    ]);
    expect((await profiled(await fileOf(other))).notes.join()).toMatch(
      /1 record that could not be read \(first: .*usage\.json, an amount in eur\)/,
    );
  });

  it("hours and minutes are days, and a day of summer time has 24 hours like any other", async () => {
    const HOUR = 3600;
    const hours = Array.from({ length: 72 }, (_hour, hour) => ({
      ...bucket(0, [used(10)]),
      start_time: START + hour * HOUR,
      end_time: START + (hour + 1) * HOUR,
    }));
    const { days, groups } = await profiled(await fileOf(page(hours)));
    expect({ days, perMonth: groups[0]?.requestsPerMonth }).toEqual({ days: 3, perMonth: 7200 });
  });

  it("keys of one project share a last bucket, which is left out whole", async () => {
    const last = [used(7, { api_key_id: "key_a" }), used(9, { api_key_id: "key_b" })];
    const file = await fileOf(page([bucket(0, [used(100)]), bucket(1, last, DAY / 2)]));
    expect((await profiled(file)).totals.requests).toBe(100);
  });

  it("figures beyond every number are no figures", async () => {
    const text = JSON.stringify(page([bucket(0, [used(10)])])).replace("10000", "1e400");
    expect(await failed(await fileOf(text))).toMatch(/^2 /);
  });
});

function lines(...values: object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

test("answers in one's own logs, of both APIs; a retry that was written twice counts once", async () => {
  const chat = {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: START,
    model: "gpt-4o-mini-2024-07-18",
    choices: [{ message: { content: SECRET } }],
    service_tier: "default",
    usage: {
      prompt_tokens: 1000,
      completion_tokens: 100,
      prompt_tokens_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  };
  const response = {
    id: "resp_1",
    object: "response",
    created_at: START + 10 * DAY,
    model: "gpt-4o-mini-2024-07-18",
    output: [{ content: SECRET }],
    usage: {
      input_tokens: 3000,
      output_tokens: 300,
      input_tokens_details: { cached_tokens: 2048 },
      output_tokens_details: { reasoning_tokens: 100 },
    },
  };
  const file = await fileOf(lines(chat, chat, response), "answers.jsonl");
  const { groups, days, notes } = await profiled(file);
  expect(days).toBe(10);
  expect(groups[0]).toMatchObject({
    group: "gpt-4o-mini-2024-07-18",
    requests: 2,
    inputTokens: 2000,
    cachedInputTokens: 1024,
    outputTokens: 200,
    // 400 of them hidden or not: 400 / (400 - 100).
    outputMultiple: 400 / 300,
  });
  expect(notes).toContain("1 records came twice: the later one counts");
});

test("LiteLLM's payloads: failures, other calls and the proxy's own answers are left out", async () => {
  const call = (id: string, more: object) => ({
    id,
    call_type: "acompletion",
    status: "success",
    model: "gpt-4o-mini",
    prompt_tokens: 800,
    completion_tokens: 301,
    startTime: START + 0.0,
    completionStartTime: START + 0.48,
    endTime: START + 3.2,
    cache_hit: null,
    request_tags: ["search"],
    messages: [{ content: SECRET }],
    metadata: { user_api_key: `sk-${SECRET}`, user_email: `${SECRET}@example.com` },
    ...more,
  });
  const file = await fileOf(
    lines(
      call("a", {}),
      call("b", {
        startTime: START + 2 * DAY,
        completionStartTime: START + 2 * DAY + 2.6,
        endTime: START + 2 * DAY + 2.6,
      }),
      call("c", { status: "failure", error_information: { error_code: "429" } }),
      call("d", { cache_hit: true }),
      call("e", { call_type: "aembedding" }),
    ),
    "litellm.jsonl",
  );
  const { groups, notes } = await profiled(file);
  expect(groups[0]).toMatchObject({
    group: "search",
    requests: 2,
    firstTokenSeconds: expect.closeTo(0.48, 5) as number,
    answerSeconds: expect.closeTo(2.6, 5) as number,
    // 300 tokens after the first one in 2.72 s.
    outputTokensPerSecond: expect.closeTo(110.294, 3) as number,
  });
  expect(notes.join()).toMatch(
    /1 record that failed; 1 record answered by a proxy's cache.*1 record of other calls/,
  );
});

test("OpenTelemetry's spans, in both spellings of their attributes", async () => {
  const attributes = {
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": "gpt-4o",
    "gen_ai.response.model": "gpt-4o-2024-08-06",
    "gen_ai.usage.input_tokens": 500,
    "gen_ai.usage.output_tokens": 50,
    "gen_ai.input.messages": SECRET,
  };
  const listed = Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
  }));
  const at = (day: number) => String((START + day * DAY) * 1e9);
  const file = await fileOf(
    lines(
      { spanId: "1", attributes, startTimeUnixNano: at(0), endTimeUnixNano: at(0) },
      { spanId: "2", attributes: listed, startTimeUnixNano: at(2), endTimeUnixNano: at(2) },
      { spanId: "3", attributes: { "http.method": "GET" } },
    ),
    "spans.jsonl",
  );
  const { groups, days } = await profiled(file);
  expect(days).toBe(2);
  expect(groups[0]).toMatchObject({ group: "gpt-4o-2024-08-06", requests: 2, inputTokens: 500 });
});

test("no message, key or address leaves a log, and of a key its end alone", async () => {
  const secretive = {
    object: "bucket",
    start_time: START,
    end_time: START + DAY,
    results: [
      used(10, {
        api_key_id: `key_${SECRET}_wxyz`,
        project_id: `${SECRET}@example.com`,
        user_id: SECRET,
      }),
    ],
  };
  const file = await fileOf(page([secretive]));
  const folder = path.dirname(file);
  for (const by of ["project", "api-key", "model", "none"]) {
    const services = path.join(folder, by);
    const { code, stdout, stderr } = await runCli(["profile", file, "--by", by, "-o", services]);
    expect(code).toBe(0);
    const written = await Promise.all(
      (await readdir(services)).map((name) => readFile(path.join(services, name), "utf8")),
    );
    for (const text of [stdout, stderr, ...written, ...(await readdir(services))]) {
      expect(text).not.toContain(SECRET);
    }
    if (by === "api-key") expect(stdout).toContain("…wxyz");
  }
});

test("a month of mixed traffic comes to its bill: models, tiers, cached prefixes and images", async () => {
  // Dollars a million tokens of OpenAI's list: input, cached input, output; batch is half.
  const LIST = { "gpt-4o": [2.5, 1.25, 10], "gpt-4o-mini": [0.15, 0.075, 0.6] } as const;
  let seed = 7;
  const random = (least: number, most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(least + (seed / 2 ** 31) * (most - least));
  };
  const billed = new Map<string, number>();
  const days = Array.from({ length: 30 }, (_day, day) =>
    bucket(
      day,
      ["chat", "ocr", "nightly"].flatMap((project) =>
        (["gpt-4o", "gpt-4o-mini"] as const).flatMap((model) =>
          [false, true].map((batch) => {
            const requests = random(50, 5000);
            const text = requests * random(200, 4000);
            const cached = batch ? 0 : Math.floor(text * (random(0, 60) / 100));
            const images = project === "ocr" ? requests * (model === "gpt-4o" ? 765 : 25_501) : 0;
            const cachedImages = batch ? 0 : Math.floor(images * 0.3);
            const output = requests * random(20, 900);
            const [input, hit, out] = LIST[model];
            const usd =
              ((text - cached + images - cachedImages) * input +
                (cached + cachedImages) * hit +
                output * out) /
              1e6 /
              (batch ? 2 : 1);
            billed.set(project, (billed.get(project) ?? 0) + usd);
            return used(requests, {
              project_id: project,
              model,
              batch,
              input_tokens: text + images,
              input_cached_tokens: cached + cachedImages,
              input_image_tokens: images - cachedImages,
              input_cached_image_tokens: cachedImages,
              output_tokens: output,
            });
          }),
        ),
      ),
    ),
  );
  const costs = page([
    bucket(
      0,
      [...billed].map(([project_id, value]) => ({
        object: "organization.costs.result",
        amount: { value, currency: "usd" },
        line_item: null,
        project_id,
      })),
      30 * DAY,
    ),
  ]);
  const { groups } = await profiled(await fileOf(page(days)), await fileOf(costs, "costs.json"));
  // Each project in two tiers; its bill stands beside the first.
  expect(groups).toHaveLength(6);
  const ratios = groups.flatMap(({ reconciled }) => reconciled?.ratio ?? []);
  expect(ratios).toHaveLength(3);
  for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.001);
});

describe("a fleet", () => {
  const SERVICES = 40;
  const DAYS = 8;
  /** Each sends more than the one before, half of them to GPT-4o. */
  const fleet = page(
    Array.from({ length: DAYS }, (_day, day) =>
      bucket(
        day,
        Array.from({ length: SERVICES }, (_service, service) =>
          used((service + 1) * 500, {
            project_id: `proj_${String(service).padStart(2, "0")}`,
            model: service % 2 === 0 ? "gpt-4o" : "gpt-4o-mini",
          }),
        ),
      ),
    ),
  );

  it("of forty services becomes forty requirements, forty locks, and a check that holds", async () => {
    const cwd = await temporaryFolder({ "usage.json": JSON.stringify(fleet) });
    expect((await runCli(["profile", "usage.json", "-o", "services"], { cwd })).code).toBe(0);
    const files = (await readdir(path.join(cwd, "services"))).map((name) => `services/${name}`);
    expect(files).toHaveLength(SERVICES);
    const locked = await runCli(["lock", "-r", ...files], { cwd });
    expect(locked).toMatchObject({ code: 0, stderr: "" });
    expect(locked.stdout).toContain(`${SERVICES} locks written`);
    const checked = await runCli(["check", "services", "--fail-within", "0"], { cwd });
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(checked.stdout).toContain(`${SERVICES} locks hold`);
  });

  it("is locked only where the model in use is the pick, when that is expected", async () => {
    const cwd = await temporaryFolder({ "usage.json": JSON.stringify(fleet) });
    expect((await runCli(["profile", "usage.json", "-o", "services"], { cwd })).code).toBe(0);
    const lock = (file: string, ...argv: string[]) =>
      runCli(["lock", "-r", file, ...argv], { cwd });
    const { stdout } = await runCli(["-r", "services/proj_39.yaml", "--quiet"], { cwd });
    const [pick, other] = stdout === "gpt-4o\n" ? PAIR : PAIR.toReversed();
    const refused = await lock(
      "services/proj_39.yaml",
      "--expect",
      other ?? "",
      "-o",
      "39.lock.json",
    );
    expect(refused).toMatchObject({ code: 1, stderr: "" });
    expect(refused.stdout).toContain(`expected ${other}, the pick is ${pick}`);
    expect(await readdir(cwd)).not.toContain("39.lock.json");
    const held = await lock("services/proj_39.yaml", "--expect", pick ?? "", "-o", "39.lock.json");
    expect(held.code).toBe(0);
    expect(await readdir(cwd)).toContain("39.lock.json");
    const both = await lock("services/proj_39.yaml", "--expect", "gpt-4o", "--decide", "gpt-4o");
    expect({ code: both.code, stdout: both.stdout }).toEqual({ code: 2, stdout: "" });
  });
});

const PAIR = ["gpt-4o", "gpt-4o-mini"];

test("counts that cannot be true are no requirements", async () => {
  const pages = JSON.parse(await readFile(USAGE, "utf8")) as {
    data: { results: { num_model_requests: number }[] }[];
  };
  const [first] = pages.data.flatMap(({ results }) => results);
  if (first !== undefined) first.num_model_requests = 1e13;
  const folder = await temporaryFolder({ "usage.json": JSON.stringify(pages) });
  expect(await failed(path.join(folder, "usage.json"))).toBe(
    "2 error: profile: the usage comes to a figure that no requirements hold: workload.requestsPerMonth try: look for a record whose counts cannot be true",
  );
});
