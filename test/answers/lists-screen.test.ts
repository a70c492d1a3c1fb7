/** The lists to choose from, as a terminal shows them: one line an entry, one entry in full. */
import { describe, expect, test } from "vitest";
import { runCli } from "../support/run.ts";

describe.each(["use-cases", "tasks"])("%s", (list) => {
  test("one line an entry, none wider than 80 columns, each with its pick", async () => {
    const { code, stdout, stderr } = await runCli([list], { columns: 80 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { stdout: ids } = await runCli([list, "--quiet"]);
    const lines = stdout.trimEnd().split("\n").slice(3);
    expect(lines.map((line) => line.trim().split(/ +/)[0])).toEqual(ids.trimEnd().split("\n"));
    await expect(stdout).toMatchFileSnapshot(`golden/lists/screen-${list}.txt`);
  });

  test("one entry by its id, in full; another word is refused with what was meant", async () => {
    const id = list === "tasks" ? "coding" : "agent";
    const { code, stdout, stderr } = await runCli([list, id], { columns: 80 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot(`golden/lists/screen-${list}-one.txt`);
    const wrong = await runCli([list, `${id}s`]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain(`pick-model ${list} ${id}`);
  });
});
