/** A strict object of a schema, read in proportion to the fields that are given. */
import { $constructor } from "zod/v4/core";
import * as z from "zod/mini";
import { isRecord } from "./texts.ts";

/**
 * As `z.strictObject`, of fields that take no undefined where they are required. The library makes two objects for each field that may be left out, given or not: a claim has a dozen such
 * fields, a model two hundred, and a document states a few of forty. Here a field that may be left out, and is, costs a
 * look at its name.
 */
export function strictObject<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): ReturnType<typeof z.strictObject<Shape>> {
  const catchall = z.never(); // what the library takes for strict
  return new StrictObject({ type: "object", shape, catchall }) as ReturnType<
    typeof z.strictObject<Shape>
  >;
}

const Base: z.core.$constructor<z.ZodMiniObject> = z.ZodMiniObject;

const StrictObject = $constructor<z.ZodMiniObject>("StrictObject", (inst, def) => {
  Base.init(inst, def);
  /** Made at the first object: a shape may name schemas that come later. */
  let fields: Field[] | undefined;
  inst._zod.parse = (payload, context) => {
    const input = payload.value;
    if (!isRecord(input)) {
      payload.issues.push({ code: "invalid_type", expected: "object", input, inst });
      return payload;
    }
    fields ??= Object.entries(def.shape).map(fieldOf);
    const value: Record<string, unknown> = {};
    let known = 0;
    for (const { name, schema, isOptional } of fields) {
      const isGiven = name in input;
      if (!isGiven && isOptional) continue;
      if (Object.hasOwn(input, name)) known += 1;
      const read = schema._zod.run({ value: input[name], issues: [] }, context);
      if (read instanceof Promise) throw new TypeError("a schema of ours waits for nothing");
      for (const issue of read.issues) {
        payload.issues.push({ ...issue, path: [name, ...(issue.path ?? [])] });
      }
      if (isGiven || read.value !== undefined) value[name] = read.value;
    }
    payload.value = value;
    const keys = Object.keys(input);
    if (keys.length > known) {
      const unknown = keys.filter((key) => !Object.hasOwn(def.shape, key));
      payload.issues.push({
        code: "unrecognized_keys",
        keys: unknown,
        input,
        inst,
        // Unless one objection is enough: then a list ends at its first wrong item.
        continue: context.abortEarly !== true,
      });
    }
    return payload;
  };
});

interface Field {
  name: string;
  schema: z.core.$ZodType;
  /** Left out, it adds nothing to the value; a default does. */
  isOptional: boolean;
}

function fieldOf([name, schema]: [string, z.core.$ZodType]): Field {
  const { optin, optout } = schema._zod;
  return { name, schema, isOptional: optin === "optional" && optout === "optional" };
}
