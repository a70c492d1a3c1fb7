/** JUnit XML: well-formed whatever the words are, one case for each lock. */
import { expect, test } from "vitest";
import { runCli } from "../support/run.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";

test("a lock that fails, one that cannot be read, and an expectation", async () => {
  const cwd = await temporaryFolder({ "broken<&>.lock.json": "{" });
  await runCli(["lock", "-b", "low", "-o", "a.lock.json", "--draws", "100"], { cwd });
  const { code, stdout } = await runCli(
    ["check", "a.lock.json", "broken<&>.lock.json", "-f", "junit", "--fail-within", "90"],
    { cwd },
  );
  expect(code).toBe(3);
  expect(stdout.split("\n")).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="pick-model check" tests="2" failures="1" errors="1">',
    expect.stringMatching(
      /^ {2}<testsuite name="2 locks examined: .*" tests="2" failures="1" errors="1">$/,
    ),
    '    <testcase name="a.lock.json" classname="pick-model check" file="a.lock.json">',
    expect.stringMatching(/^ {6}<failure message="shutdown-announced \(.*\): .*"\/>$/),
    expect.stringMatching(/^ {6}<system-out>no-migration-target \(time\): .*<\/system-out>$/),
    "    </testcase>",
    '    <testcase name="broken&lt;&amp;&gt;.lock.json" classname="pick-model check" file="broken&lt;&amp;&gt;.lock.json">',
    expect.stringMatching(
      /^ {6}<error message="broken&lt;&amp;&gt;\.lock\.json:1:2: not valid JSON .*"\/>$/,
    ),
    "    </testcase>",
    "  </testsuite>",
    "</testsuites>",
    "",
  ]);
});

test("other answers have none", async () => {
  const { code, stderr } = await runCli(["-b", "low", "-f", "junit"]);
  expect(code).toBe(2);
  expect(stderr).toContain("this answer has no junit form");
});
