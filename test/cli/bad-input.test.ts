/** Whatever is wrong is said in one line that names it, with the exit code of its kind, and stdout stays silent. */
import { expect, test } from "vitest";
import { catalogFolder, temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

/** A shell's words, without quoting: enough here. */
function words(line: string): string[] {
  return line.split(" ").map((word) => (word === "''" ? "" : word));
}

const USAGE: [line: string, stderr: string][] = [
  // options
  ["--bugdet low", "unknown option '--bugdet' (did you mean --budget?)"],
  ["-z", "unknown option '-z' (see 'pick-model --help')"],
  ["compare --bugdet low", "unknown option '--bugdet' (did you mean --budget?)"],
  ["--bugdet low compare", "unknown option '--bugdet' (did you mean --budget?)"],
  ["--json=yes", "--json: takes no value"],
  ["tasks --budget low", "unknown option '--budget' (see 'pick-model tasks --help')"],
  ["--budget", "--budget: no value (expected <level|usd>)"],
  ["--budget --json", "--budget: no value (what follows is --json)"],
  ["-b low -b high", "--budget: is given twice (give it once)"],
  ["-o --json", "--output: no value (what follows is --json)"],
  // commands and bare words
  ["comapre", "unknown command 'comapre' (did you mean 'pick-model compare'?)"],
  ["comapre gpt-4o gpt-4o-mini", "unknown command 'comapre' (did you mean 'pick-model compare'?)"],
  ["catalog", "'catalog' needs a command (one of list, show, validate)"],
  ["catalog lits", "unknown command 'catalog lits' (did you mean 'list'?)"],
  [
    "chatbot",
    "unknown command 'chatbot' (did you mean 'pick-model --use-case support-chatbot' or " +
      "'pick-model --task chat'?)",
  ],
  [
    "support-chatbot",
    "'support-chatbot' is a use case, not a command (use 'pick-model --use-case support-chatbot')",
  ],
  ["coding", "'coding' is a task, not a command (use 'pick-model --task coding')"],
  ["gpt-4o", "'gpt-4o' is a model, not a command (use 'pick-model explain gpt-4o')"],
  ["low", "'low' is a value of --budget, not a command (use 'pick-model --budget low')"],
  [
    "zzzzzz",
    "unknown command 'zzzzzz' (requirements are options, such as --task chat; see 'pick-model --help')",
  ],
  ["-- compare", "'pick-model' takes no 'compare' (see 'pick-model --help')"],
  ["tasks coding", "'pick-model tasks' takes no 'coding' (see 'pick-model tasks --help')"],
  ["schema", "schema: no name given (one of "],
  ["schema modle", "schema: unknown value 'modle' (did you mean 'model'?)"],
  ["catalog show", "catalog show: no model given (see 'pick-model catalog show --help')"],
  [
    "catalog show gpt-4o-min",
    "catalog show: unknown model 'gpt-4o-min' (did you mean 'gpt-4o-mini'?)",
  ],
  // values
  ["--budget cheap", "--budget: "],
  ["--budget -5", "--budget: "],
  ["--budget nan", "--budget: "],
  ["--budget ''", "--budget: "],
  ["--latency realtiem", "--latency: "],
  ["--quality best", "--quality: unknown value 'best'"],
  ["--complexity hard", "--complexity: unknown value 'hard'"],
  ["--task codding", "--task codding: unknown task 'codding' (did you mean 'coding'?)"],
  [
    "--use-case chatbot",
    "--use-case chatbot: unknown use case 'chatbot' (did you mean --use-case support-chatbot or --task chat?)",
  ],
  ["--only gpt-4", "--only gpt-4: unknown model 'gpt-4' (did you mean 'gpt-4o'?)"],
  ["--requests -1", "--requests: '-1' is negative"],
  ["--requests inf", "--requests: 'inf' is not a finite number"],
  ["--requests 1,000", "--requests: "],
  ["--input-tokens ''", "--input-tokens: no value"],
  ["--needs visoin", "--needs: unknown value 'visoin' (did you mean 'vision'?)"],
  ["--needs vision,vision", "--needs: 'vision' is given twice"],
  ["--min-benchmark gpqq=3", "--min-benchmark gpqq=3: unknown benchmark 'gpqq'"],
  ["--weight speed=3", "--weight: "],
  ["--image nothing", "--image: "],
  ["--image nothing.jpg", "--image: cannot open "],
  ["--until 2027-13-01", "--until: "],
  ["--until 1999-01-01", "--until 1999-01-01: 1999-01-01 is out of range"],
  ["--as-of 3000-01-01", "--as-of 3000-01-01: 3000-01-01 is out of range"],
  ["--as-of yesterday", "--as-of: "],
  ["catalog list --as-of 3000-01-01", "--as-of 3000-01-01: 3000-01-01 is out of range"],
  ["--until 2026-01-01", "--until 2026-01-01: 2026-01-01 is before the day of the decision"],
  ["--draws -1", "--draws: '-1' is negative"],
  ["--draws 1.5", "--draws: '1.5' is not a whole number"],
  ["--draws 1e12", "--draws: '1e12' is too large (at most 1000000)"],
  ["--seed x", "--seed: 'x' is not a whole number"],
  // contradictions
  [
    "--only gpt-4o --exclude gpt-4o",
    "--only gpt-4o and --exclude gpt-4o: gpt-4o is asked for and excluded",
  ],
  [
    "--exclude gpt-4o,gpt-4o-mini",
    "--exclude gpt-4o,gpt-4o-mini: no model is left to choose from (exclude fewer models",
  ],
  ["compare gpt-4o --only gpt-4o", "compare: says twice which models to compare"],
  ["compare gpt-4o gpt-4o", "compare: 'gpt-4o' is given twice"],
  ["compare gpt-4o gpt-5o", "compare: unknown model 'gpt-5o' (did you mean 'gpt-4o'?)"],
  ["compare --traits costt", "--traits: unknown trait 'costt': did you mean 'cost'?"],
  ["compare --traits ''", "--traits: an entry is empty"],
  ["explain gpt-4o-min", "explain: unknown model 'gpt-4o-min' (did you mean 'gpt-4o-mini'?)"],
  ["explain gpt-4o gpt-4o-mini", "'pick-model explain' takes no 'gpt-4o-mini'"],
  ["--weight cost=1 --priority cost", "--weight cost=1 and --priority cost: "],
  ["--service-tier batch --latency realtime", ": "],
  // output
  ["--format jsn", "--format: unknown value 'jsn' (did you mean 'json'?)"],
  ["--format ''", "--format: no value"],
  [
    "--json --format yaml",
    "--json and --format yaml: ask for different outputs (drop one of the two)",
  ],
  ["--json --quiet", "--quiet and --json: ask for different outputs (drop one of the two)"],
  ["--quiet -f csv", "--quiet and --format csv: ask for different outputs (drop one of the two)"],
  ["tasks --json --format yaml", "--json and --format yaml: ask for different outputs"],
  ["--output ''", "--output: no value"],
  [
    "--output no/such/folder/file",
    "--output: cannot write 'no/such/folder/file': its folder is not there",
  ],
  ["--output .", "--output: cannot write '.': it is a folder"],
  // documents
  ["-r ''", "--requirements: no value"],
  ["-r missing.yaml", "--requirements: cannot read '"],
  ["-r .", "--requirements: cannot read '"],
  ["--catalog ''", "--catalog: no value"],
  ["catalog validate ''", "catalog validate: a path is empty"],
];

test.each(USAGE)("pick-model %s: exit 2", async (line, expected) => {
  const cwd = await temporaryFolder();
  const { code, stdout, stderr } = await runCli(words(line), { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^pick-model: [^\n]+\n$/);
  expect(stderr).toContain(expected);
});

const DOCUMENTS: [name: string, text: string | Uint8Array, stderr: string][] = [
  ["nothing", "", "stdin is empty ("],
  ["blanks", " \n\t\n", "stdin is empty ("],
  ["broken JSON", '{"budget": }', "stdin:1:"],
  ["broken YAML", "budget: [low\nquality: high", "stdin:"],
  [
    "an unknown key",
    "budget: low\nqualty: high\n",
    "stdin:2:1: qualty: no such field (did you mean 'quality'?)",
  ],
  ["a duplicate key", "budget: low\nbudget: high\n", "stdin:2:1: "],
  ["a bad value", '{"budget": "cheap"}', "stdin:1:12: budget: "],
  [
    "a negative number",
    "workload: { requestsPerMonth: -1 }",
    "stdin:1:31: workload.requestsPerMonth: ",
  ],
  ["an unknown task", "task: codding", "stdin:1:7: unknown task 'codding'"],
  ["a list", "- budget: low", "stdin:1:1: "],
  ["a word", "low", "stdin:1:1: "],
  [
    "bytes that are no text",
    new Uint8Array([0x62, 0xff, 0xfe, 0x00]),
    "stdin: the document is not UTF-8 text",
  ],
  ["control characters", "budget: low\u0000", "stdin:1:12: binary data"],
  ["ten megabytes", "x".repeat(10_000_000), "stdin: the document is too large"],
  ["deep nesting", "[".repeat(100_000), "stdin:1:"],
  ["an alias bomb", aliasBomb(), "stdin:"],
  ["__proto__", '{"__proto__": {"budget": "low"}}', "stdin:1:2: "],
  ["two documents", "budget: low\n---\nbudget: high\n", "stdin:"],
];

function aliasBomb(): string {
  const lines = ["a0: &a0 [x, x]"];
  for (let at = 1; at < 30; at += 1) lines.push(`a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`);
  return lines.join("\n");
}

test.each(DOCUMENTS)("stdin holds %s: exit 2", async (_name, stdin, expected) => {
  const { code, stdout, stderr } = await runCli(["--json"], { stdin });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^pick-model: [^\n]+\n$/);
  expect(stderr).toContain(expected);
});

test.each([
  ["a mark and line ends of other systems", "\uFEFFbudget: low\r\nquality: high\r\n"],
  ["the same as JSON", '\uFEFF{"budget": "low",\r\n "quality": "high"}'],
])("%s are no mistake", async (_name, stdin) => {
  const plain = await runCli(["--json"], { stdin: "budget: low\nquality: high\n" });
  expect(await runCli(["--json"], { stdin })).toEqual(plain);
  expect(plain).toMatchObject({ code: 0, stderr: "" });
});

test("a broken catalog: exit 3, naming file and line", async () => {
  const catalog = await catalogFolder({
    "models/acme/small.yaml": (text) => text.replace(/^name:/m, "nmae:"),
  });
  const checked = await runCli(["catalog", "validate", catalog]);
  expect(checked).toMatchObject({ code: 3, stdout: "" });
  expect(checked.stderr).toMatch(/^pick-model: .*small\.yaml:\d+:1: nmae: no such field .*\n$/);
});

test.each([
  ["a file that is not there", "nowhere.yaml", {}, "nowhere.yaml: no such file or folder"],
  [
    "a model nobody knows",
    "own.yaml",
    { "own.yaml": "id: gpt-5o\n" },
    "own.yaml:1:5: there is no model 'gpt-5o'",
  ],
  [
    "an unknown key",
    "own.yaml",
    { "own.yaml": "id: gpt-4o\nprice: 3\n" },
    "own.yaml:2:1: price: no such field",
  ],
])("--catalog and PICK_MODEL_CATALOG with %s: exit 3", async (_name, path, files, expected) => {
  const cwd = await temporaryFolder(files);
  const byOption = await runCli(["--catalog", path], { cwd });
  const byEnvironment = await runCli([], { cwd, env: { PICK_MODEL_CATALOG: path } });
  expect(byOption).toEqual(byEnvironment);
  expect(byOption).toMatchObject({ code: 3, stdout: "" });
  expect(byOption.stderr).toContain(`pick-model: ${expected}`);
  expect(byOption.stderr.split("\n")).toHaveLength(2);
});

test("control characters of a file name do not reach the terminal", async () => {
  const { code, stderr } = await runCli(["-r", "\u001B[31mred\n.yaml"]);
  expect(code).toBe(2);
  expect(stderr).not.toContain("\u001B");
  expect(stderr.split("\n")).toHaveLength(2);
});
