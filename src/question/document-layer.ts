/** Requirements written down: a file or stdin as a source of requirements. */
import type { ParsedDocument } from "../schema/document.ts";
import { validate } from "../schema/problems.ts";
import { requirements } from "../schema/requirements.ts";
import { documentValues } from "./document-values.ts";
import type { Layer } from "./layer.ts";

/**
 * A file or stdin as a layer.
 * @param name what `-r` calls a file; absent where a program gives the document
 * @throws Failure (usage) naming file, line and column of what the schema refuses
 */
export function documentLayer(
  parsed: ParsedDocument,
  from: "file" | "stdin",
  name?: string,
): Layer {
  const argv = from === "stdin" ? ["-r", "-"] : name === undefined ? [] : ["-r", name];
  return {
    from,
    document: validate(requirements, { ...parsed, value: documentValues(parsed) }, "usage"),
    originOf: (path) => parsed.where(path),
    argvOf: () => argv,
  };
}
