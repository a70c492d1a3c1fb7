/** Whatever is piped in as requirements: bytes, texts, trees; whole, in pieces, broken off; one, or one a line. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { recommendation } from "../../../src/answers/recommendation/schema.ts";
import { WHOLE_REQUIREMENTS } from "../../support/whole-inputs.ts";
import { changed, extreme, inPieces, spilt } from "./hostile.ts";
import { TIMES, tried } from "./tried.ts";

const { weights: _exclusive, models: _also, ...others } = WHOLE_REQUIREMENTS;
const RANKED = { ...others, priority: ["cost", "quality"] };

const tree = fc.oneof(changed(WHOLE_REQUIREMENTS), changed(RANKED), extremes());
const text = fc.oneof(
  tree.map((each) => JSON.stringify(each)),
  tree.map((each) => stringify(each)),
  spilt(JSON.stringify(WHOLE_REQUIREMENTS)),
  spilt(stringify(WHOLE_REQUIREMENTS)),
  fc.json(),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom("budget: low", "task: {coding: 3, math: 1}", "limits: {usdPerMonth: 5}", "{}"),
);
const bytes = fc.oneof(
  { weight: 9, arbitrary: text.map((each) => new TextEncoder().encode(each)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  { weight: 1, arbitrary: text.map((each) => new Uint8Array(Buffer.from(each, "utf16le"))) },
);

/** Every figure at once at an end of its kind, so that what passes the door meets in one calculation. */
function extremes(): fc.Arbitrary<unknown> {
  const some = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
    fc.record(shape, { requiredKeys: [], noNullPrototype: true });
  const count = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(0, 1, 1e-6, 1e-3, 100, 1e6, 1e9, 1e12 - 1, 1e12) },
    { weight: 1, arbitrary: extreme },
  );
  return some({
    budget: count,
    latency: fc.record({ maxSeconds: count }, { noNullPrototype: true }),
    workload: some({
      requestsPerMonth: count,
      inputTokens: fc.oneof(count, some({ mean: count, p50: count, p95: count, max: count })),
      outputTokens: count,
      cachedInputTokens: count,
      webSearches: count,
      trainingTokens: count,
    }),
    limits: some({ usdPerMonth: count, usdPerRequest: count, waitSeconds: count }),
    weights: some({ cost: count, latency: count, quality: count }),
    rateLimits: some({ usageTier: fc.constantFrom(1, 5, 6), peakRequestsPerMinute: count }),
    includeSuccessors: fc.boolean(),
  });
}

test("anything piped in", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (stdin) => {
      const { code } = await tried(["--json", "--draws", "100"], { stdin }, "recommend");
      expect(code).not.toBe(3);
    }),
    { numRuns: 80 * TIMES },
  );
});

test.each(["compare", "explain", "cost", "migrate gpt-4o-mini"])(
  "anything piped into %s",
  async (line) => {
    const [name = ""] = line.split(" ");
    await fc.assert(
      fc.asyncProperty(text, async (stdin) => {
        await tried([...line.split(" "), "--json", "-r", "-"], { stdin }, name);
      }),
      { numRuns: 30 * TIMES },
    );
  },
);

test("a stream in pieces, which ends, breaks off, stays silent or is closed", async () => {
  const whole = new TextEncoder().encode('{"budget":"low","task":"c\u00F6ding \u{1F600}"}');
  const said = new TextEncoder().encode('\uFEFF{"budget":"low"}\r\n{"task":"chat"}\n\n');
  const stream = fc.record({
    stdin: fc.oneof(inPieces(whole), inPieces(said)),
    stdinBreaks: fc.boolean(),
    stdinSilent: fc.boolean(),
    stdinKind: fc.constantFrom("pipe" as const, "file" as const, "none" as const),
  });
  const line = fc.constantFrom(
    ["--quiet"],
    ["-r", "-", "--json"],
    ["batch", "--draws", "0", "--fields", "recommendation"],
    ["profile", "-"],
    ["evidence", "promptfoo", "-", "-t", "chat"],
  );
  await fc.assert(
    fc.asyncProperty(stream, line, async (options, argv) => {
      await tried(argv, options);
    }),
    { numRuns: 60 * TIMES },
  );
});

test("any lines of a batch: a record a line, in their order", async () => {
  const line = fc.oneof(
    { weight: 4, arbitrary: tree.map((each) => JSON.stringify(each)) },
    { weight: 2, arbitrary: spilt(JSON.stringify(WHOLE_REQUIREMENTS)) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.constantFrom("{}", "", " ", "[]", '{"id":"a"}', '{"id":1e308}') },
  );
  const fields = fc.constantFrom([], ["--fields", "recommendation"], ["--fields", "ranking"]);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 4 }), fields, async (lines, asked) => {
      const flat = lines.map((each) => each.replaceAll(/[\r\n]/g, " "));
      const argv = ["batch", "--draws", "0", "--threads", "1", ...asked];
      const { code, stdout } = await tried(argv, { stdin: flat.join("\n") });
      const records = stdout.split("\n").slice(0, -1);
      const full = flat.flatMap((each, at) => (each.trim() === "" ? [] : [at + 1]));
      const read = records.map((each) => JSON.parse(each) as Record<string, unknown>);
      expect(read.map((each) => each["line"])).toEqual(full);
      expect(code).toBe(read.some((each) => "error" in each) ? 2 : 0);
      if (asked.length > 0) return;
      for (const { line: _line, id: _id, ...record } of read) {
        if (!("error" in record)) expect(recommendation.parse(record)).toEqual(record);
      }
    }),
    { numRuns: 25 * TIMES },
  );
});
