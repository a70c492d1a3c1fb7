/** A requirements document as a source that states it. */
import type { Layer } from "../../src/question/index.ts";
import type { Requirements } from "../../src/schema/requirements.ts";

export function layerOf(document: Requirements): Layer {
  return { from: "file", document, originOf: (path) => `requirements.yaml: ${path.join(".")}` };
}
