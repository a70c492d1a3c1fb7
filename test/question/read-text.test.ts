import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readFileText, readStreamText } from "../../src/question/index.ts";
import { failureOf } from "./fixture.ts";

const chunks = (...parts: (string | Uint8Array)[]) => Readable.from(parts);

async function* endless() {
  for (;;) yield Buffer.alloc(1024 * 1024, "a");
}

test("a stream's chunks make one text, characters cut between chunks included", async () => {
  const [first, second] = [Buffer.from("é").subarray(0, 1), Buffer.from("é").subarray(1)];
  expect(await readStreamText(chunks("budget: ", first, second), "stdin")).toBe("budget: é");
  expect(await readStreamText(chunks(), "stdin")).toBe("");
});

test("a byte order mark is no part of the text", async () => {
  expect(await readStreamText(chunks("\uFEFFbudget: low"), "stdin")).toBe("budget: low");
});

test.each(["utf16le", "be"])("UTF-16 with its mark is text: %s", async (order) => {
  const bytes = Buffer.from("\uFEFFbudget: low # é", "utf16le");
  const stream = chunks(order === "be" ? bytes.swap16() : bytes);
  expect(await readStreamText(stream, "stdin")).toBe("budget: low # é");
});

test("refuses what is not text, and what does not end", async () => {
  const notText = chunks(Buffer.from([0xff, 0xfe, 0x62]));
  expect(await failureOf(() => readStreamText(notText, "stdin"))).toBe(
    "stdin: the document is not UTF-8 text (save it as UTF-8, or as UTF-16 with a byte order mark)",
  );
  expect(await failureOf(() => readStreamText(endless(), "stdin"))).toBe(
    "stdin: the document is too large (at most 5000000 bytes are read)",
  );
});

test("a file's text, and files that cannot be read", async () => {
  expect(await readFileText(fileURLToPath(import.meta.url))).toContain("a file's text");
  expect(await failureOf(() => readFileText("no-such.yaml"))).toBe(
    "--requirements: cannot read 'no-such.yaml': there is no such file (name a YAML or JSON file that is there, or - for stdin)",
  );
  expect(await failureOf(() => readFileText("src"))).toBe(
    "--requirements: cannot read 'src': it is a folder (name a YAML or JSON file that is there, or - for stdin)",
  );
});
