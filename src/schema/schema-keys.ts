/** The field names a schema knows at a path of its documents. */
import type * as z from "zod/mini";

/** Every key that may stand at the path; empty where any name may. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let here = alternatives(schema);
  for (const step of path) here = here.flatMap((each) => parts(each, step)).flatMap(alternatives);
  return [...new Set(here.flatMap(ownKeys))];
}

function definition(schema: z.core.$ZodType): z.core.$ZodTypes["_zod"]["def"] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The schema without its wrappers, a union as its options. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const inside = definition(schema);
  switch (inside.type) {
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return alternatives(inside.innerType);
    case "union":
      return inside.options.flatMap(alternatives);
    default:
      return [schema];
  }
}

function parts(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  const inside = definition(schema);
  if (inside.type === "array") return [inside.element];
  if (inside.type === "record") return [inside.valueType];
  const part = inside.type === "object" ? inside.shape[String(step)] : undefined;
  return part === undefined ? [] : [part];
}

function ownKeys(schema: z.core.$ZodType): string[] {
  const inside = definition(schema);
  if (inside.type === "object") return Object.keys(inside.shape);
  if (inside.type !== "record") return [];
  const key = definition(inside.keyType);
  return key.type === "enum" ? Object.values(key.entries).map(String) : [];
}
