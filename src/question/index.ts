/**
 * The requirements room: use cases, documents and flags → a need, and back to text. `documentLayer` stands apart, in
 * document-layer.ts: with it come the schemas, which a question asked in options does without.
 */
export { normalisedRequirements } from "./describe.ts";
export { flagLayer, statesRequirement } from "./flags.ts";
export { readImageSize } from "./image-file.ts";
export { type Layer } from "./merge.ts";
export { mergeLayers } from "./merge.ts";
export type { RequirementFlags } from "./options/index.ts";
export { quoted } from "../schema/failure.ts";
export { readFileText, readStreamText } from "./read-text.ts";
export { containedIn, likelyOptions } from "./references.ts";
export { namesIn } from "./references.ts";
export type { FlagTools } from "./requirement-option.ts";
export { resolveNeed } from "./resolve.ts";
