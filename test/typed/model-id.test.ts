/** Ids of models as people have them. */
import { expect, test } from "vitest";
import { readModelId, readModelIds } from "../../src/typed/word.ts";
import { failureOf } from "../question/fixture.ts";

test.each([
  ["gpt-4o-mini", "gpt-4o-mini"],
  [" GPT-4o mini ", "gpt-4o-mini"],
  ["openai/gpt-4o-mini", "gpt-4o-mini"],
  ["OpenAI/GPT-4o", "gpt-4o"],
  ["openrouter/openai/gpt-4o-2024-05-13", "gpt-4o-2024-05-13"],
  ["models/gpt-4o", "gpt-4o"],
])("%s is %s", (typed, id) => expect(readModelId(typed, "--only")).toBe(id));

test.each([
  ["", "--only: no value; expected an id"],
  [
    "azure/gpt-4o",
    "--only: 'azure/gpt-4o' is the model of another service (did you mean 'gpt-4o'? Prices and ends of service are the vendor's own)",
  ],
  [
    "ft:gpt-4o-mini-2024-07-18:acme::AbC123",
    "--only: 'ft:gpt-4o-mini-2024-07-18:acme::AbC123' is a fine-tuned model (write gpt-4o-mini-2024-07-18, and --fine-tuned for its prices)",
  ],
  ["gpt 4o!", "--only: 'gpt 4o!' is not an id"],
])("%s is refused", async (typed, line) => {
  expect(await failureOf(() => readModelId(typed, "--only"))).toBe(line);
});

test("one model in two forms is one model twice", async () => {
  expect(await failureOf(() => readModelIds(["gpt-4o,GPT-4o"], "--only"))).toBe(
    "--only: 'gpt-4o' is given twice (name each one once)",
  );
});
