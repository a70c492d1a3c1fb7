/** The file as text: what stands in it, what cannot, and how large it is. */
import { expect, test } from "vitest";
import { recommendationScreen } from "../../src/answers/recommendation/presentation.ts";
import { plainText } from "../../src/format/document.ts";
import { CHARTS } from "../../src/report/charts/index.ts";
import { viewOf } from "../../src/report/index.ts";
import { packedData, PAGE_DATA_ID, unpackedData } from "../../src/report/page-data.ts";
import { measured } from "../../src/words/figures.ts";
import { answerOf, markedUpCatalog, reportOf } from "../support/report.ts";

const MOST_BYTES = 650_000;
/** The first page from source bundles its script. */
const BUNDLED_MS = 30_000;
const LIMITS = { budget: 20, workload: { requestsPerMonth: 1_000_000 } };

test(
  "both forms are smaller than 650 kB, with every fact of fourteen models and the way to them",
  async () => {
    expect(Buffer.byteLength(await reportOf())).toBeLessThan(MOST_BYTES);
    expect(Buffer.byteLength(await reportOf({}, { isStatic: true }))).toBeLessThan(MOST_BYTES);
  },
  BUNDLED_MS,
);

test("the same question gives the same bytes", async () => {
  expect(await reportOf({ budget: "low" })).toBe(await reportOf({ budget: "low" }));
});

test("a static report has no script, no style but its own, and every chart once", async () => {
  const html = await reportOf({}, { isStatic: true });
  expect(html).not.toMatch(/<script/i);
  expect(html).not.toMatch(/\son\w+=/i);
  expect(html).not.toContain(' style="');
  expect(html.match(/<style/g)).toHaveLength(1);
  expect(html.match(/class="plot"/g)).toHaveLength(CHARTS.length);
  expect(html).not.toContain("script-src"); // nothing is allowed by default
});

test("the policy lets nothing in from anywhere", async () => {
  const html = await reportOf();
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  const digest = "'sha256-[A-Za-z0-9+/]{43}='";
  expect(policy).toMatch(
    new RegExp(
      `^default-src 'none'; style-src ${digest}; script-src ${digest}; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'$`,
    ),
  );
});

test.each([{}, { budget: "low" } as const, LIMITS, { task: "math" }])(
  "every word of the terminal stands in the page: %j",
  async (requirements) => {
    const screen = recommendationScreen(await answerOf(requirements));
    const html = await reportOf(requirements, { isStatic: true });
    const shown = textOf(html);
    for (const block of screen.blocks) {
      const texts =
        block.kind === "notes"
          ? block.rows.map((row) => row.text)
          : block.kind === "list"
            ? block.items
            : block.kind === "table"
              ? block.rows.flat()
              : block.kind === "headline"
                ? [block.left, block.right ?? ""]
                : [block.text];
      for (const text of texts) expect(shown).toContain(squeezed(plainText(text)));
    }
  },
);

test("a figure stands by its text: each chart has a finding, a sentence and a table", async () => {
  const html = await reportOf({}, { isStatic: true });
  const view = viewOf(await answerOf());
  for (const chart of CHARTS) {
    const [, figure = ""] = html.split(`id="chart-${chart.id}"`);
    const own = figure.slice(0, figure.indexOf("</figure>"));
    const words = chart.words(view);
    expect(own).toContain('aria-hidden="true"');
    expect(own).toContain("<table");
    expect(textOf(own)).toContain(squeezed(words?.title ?? "no title"));
    expect(textOf(own)).toContain(squeezed(words?.says ?? "no words"));
  }
});

test("the speeds a decision takes are ringed, all of a mean, and the figure beside them is theirs", async () => {
  const html = await reportOf({}, { isStatic: true });
  const [, chart = ""] = html.split('id="chart-speed"');
  const figure = chart.slice(0, chart.indexOf("</figure>"));
  const { decision } = await answerOf();
  const facts = decision.ranking.flatMap(({ assessment }) => assessment.wait.facts);
  const taken = facts.reduce((sum, { pooled }) => sum + 1 + pooled.length, 0);
  // One measurer decides nothing alone where a reading is old: a mean is among them.
  expect(taken).toBeGreaterThan(facts.length);
  expect(figure.match(/class="ring /g)).toHaveLength(taken);
  for (const { value } of facts) expect(textOf(figure)).toContain(measured(value ?? Number.NaN));
});

test("a successor with an open need is not said to meet anything", async () => {
  const text = textOf(await reportOf({ availableUntil: "2028-12-31" }, { isStatic: true }));
  expect(text).toContain("Itmayqualify:1needunconfirmed.");
  expect(text).toContain("Noenddateannounced.");
  expect(text).not.toMatch(/meetsyourlimits|passesyourlimits/);
});

test("no model qualifies: the page says so, and draws nothing of nobody", async () => {
  const html = await reportOf(LIMITS, { isStatic: true });
  expect(textOf(html)).toContain("Nomodelmeetstheserequirements");
  expect(textOf(html)).toContain("Whatwouldletoneofthemin");
  expect(html).not.toContain('class="plot"');
});

test("texts of the catalog are texts, whatever stands in them", async () => {
  const catalog = await markedUpCatalog();
  for (const isStatic of [true, false]) {
    const html = await reportOf({}, { catalog, isStatic });
    const [markup = "", ...scripts] = html.split(/<script[^>]*>/);
    expect(scripts).toHaveLength(isStatic ? 0 : 2);
    expect(markup.match(/<img|<\/script/g)).toBeNull();
    expect(markup.includes("&lt;img src=x onerror=")).toBe(true);
  }
});

test("nothing in a page is hidden, or turns the words around it", async () => {
  const catalog = structuredClone(await markedUpCatalog());
  const hidden = "\u009B31m\u202E\u2068\u200B\u3164\u{E0041}\u{E0101}";
  for (const model of catalog.models) model.name += hidden;
  for (const source of catalog.sources) source.title += hidden;
  for (const task of catalog.tasks) task.name += hidden;
  const html = await reportOf({}, { catalog, isStatic: true });
  expect(html.replaceAll(/>\u2068([^<\u2068\u2069]*)\u2069( \?)?</g, ">$1$2<")).not.toMatch(
    /[\u007F-\u009F]|[\p{Cf}\p{Zl}\p{Zp}\p{DI}]/u,
  );
});

test("the data of a page comes out as it went in, whatever its texts, and cannot end its element", async () => {
  const html = await reportOf({}, { catalog: await markedUpCatalog() });
  const element = new RegExp(`<script type="text/plain" id="${PAGE_DATA_ID}">([^<]*)</script>`);
  const [, packed = ""] = element.exec(html) ?? [];
  expect(packed).toMatch(/^[A-Za-z0-9+/]+=*$/);
  const data = await unpackedData(packed);
  expect(data.catalog).toEqual(await markedUpCatalog());
  expect(await packedData(data)).toBe(packed);
});

function textOf(html: string): string {
  const text = html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&nbsp;", " ");
  return squeezed(text);
}

/** Spaces apart, because elements stand between the words. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
