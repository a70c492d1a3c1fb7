/** A results file of promptfoo's shape, made of outcomes by column. */

export interface MadeColumn {
  id: string;
  label?: string;
  /** One outcome a test. */
  passes: readonly boolean[];
}

/** Marks everything that a reader must leave where it is. */
export const SECRET = "planted-secret-7f3a";

export function promptfooResults(columns: readonly MadeColumn[], repeat = 1) {
  const results = columns.flatMap(({ id, label = "", passes }, promptIdx) =>
    passes.flatMap((pass, test) =>
      Array.from({ length: repeat }, (_, round) => ({
        id: `${SECRET}-${promptIdx}-${test}`,
        promptIdx,
        promptId: "0123456789abcdef",
        testIdx: test + round * passes.length,
        provider: { id, label },
        prompt: { raw: `${SECRET} prompt ${test}`, label: `${SECRET} {{q}}` },
        vars: { q: `${SECRET} question ${test}` },
        testCase: {
          description: `${SECRET} description`,
          vars: { q: `${SECRET} question ${test}` },
          assert: [{ type: "equals", value: `${SECRET} value` }],
        },
        response: {
          output: `${SECRET} answer`,
          cached: false,
          metadata: { http: { status: 200, headers: { authorization: SECRET } } },
        },
        success: pass,
        failureReason: pass ? 0 : 1,
        error: pass ? null : `${SECRET} reason`,
        score: pass ? 1 : 0,
        latencyMs: 1000 + test,
        cost: 0.001,
        gradingResult: {
          pass,
          score: pass ? 1 : 0,
          reason: `${SECRET} reason`,
          componentResults: [
            { pass, score: 1, reason: SECRET, assertion: { type: "equals", value: SECRET } },
          ],
        },
        namedScores: {},
        tokenUsage: {
          prompt: 800,
          completion: 200,
          cached: 0,
          total: 1000,
          completionDetails: { cacheReadInputTokens: 0 },
        },
      })),
    ),
  );
  return {
    evalId: "eval-Znl-2026-11-22T16:46:52",
    results: {
      version: 3,
      timestamp: "2026-11-22T16:46:52.540Z",
      prompts: [{ raw: SECRET, label: SECRET }],
      results,
      stats: {},
    },
    config: {
      description: SECRET,
      env: { OPENAI_API_KEY: SECRET },
      providers: columns.map(({ id, label }) => ({ id, label, config: { apiKey: SECRET } })),
    },
    shareableUrl: `https://example.com/${SECRET}`,
    metadata: {
      promptfooVersion: "0.123.1",
      evaluationCreatedAt: "2026-11-22T16:46:52.540Z",
      author: `${SECRET}@example.com`,
    },
  };
}

/** The worked example: of 200 tests both pass 168, the first alone 18, the second alone 5, neither 9. */
export function workedExample(): MadeColumn[] {
  const groups = [
    [168, true, true],
    [18, true, false],
    [5, false, true],
    [9, false, false],
  ] as const;
  const column = (side: 1 | 2) =>
    groups.flatMap((group) => Array.from({ length: group[0] }, () => group[side]));
  return [
    { id: "openai:chat:gpt-4o", passes: column(1) },
    { id: "openai:chat:gpt-4o-mini", passes: column(2) },
  ];
}
