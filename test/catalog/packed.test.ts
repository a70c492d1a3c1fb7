import { expect, it } from "vitest";
import { compileCatalog } from "../../src/catalog/compile.ts";
import { digestOf } from "../../src/catalog/digest.ts";
import { packed, unpacked } from "../../src/catalog/packed.ts";
import { observedDays } from "../../src/facts/claims.ts";

const compiled = await compileCatalog("data");
const open = () => unpacked(packed(compiled), JSON.parse);

it("is the catalog it was made of, field by field in their order", () => {
  const { digest, overlaid, ...data } = open();
  expect({ digest, overlaid }).toEqual({ digest: compiled.digest, overlaid: [] });
  expect(JSON.stringify(data)).toBe(JSON.stringify(compiled.data));
  expect(digestOf(data)).toBe(digest);
});

it("knows the days its claims were observed, as whoever reads all of them does", () => {
  const { models } = open();
  expect(observedDays(models)).toEqual(observedDays([...models]));
});

it("parses a field when it is first read, and once", () => {
  const [model] = open().models;
  const isParsed = () => Object.getOwnPropertyDescriptor(model, "prices")?.get === undefined;
  expect(isParsed()).toBe(false);
  expect(model?.prices).toBe(model?.prices);
  expect(isParsed()).toBe(true);
});
