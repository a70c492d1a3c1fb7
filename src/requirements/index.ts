/**
 * The requirements room: use cases, documents and flags → a need, and back to text. `documentLayer` stands apart, in
 * document-layer.ts: with it come the schemas, which a question asked in options does without.
 */
export { normalisedRequirements } from "./describe.ts";
export type { FlagTools } from "./flag-readers.ts";
export {
  flagLayer,
  type RequirementFlag,
  type RequirementFlags,
  statesRequirement,
} from "./flags.ts";
export { readImageSize } from "./image-file.ts";
export { type Layer, type Path, useCaseLayer } from "./layer.ts";
export { type Merged, mergeLayers } from "./merge.ts";
export { quoted } from "./quantities/quoted.ts";
export { readFileText, readStreamText } from "./read-text.ts";
export { findUseCase, likelyOptions } from "./references.ts";
export { DEFAULT_TASK, namesIn, type RequirementCatalog } from "./requirement-catalog.ts";
export { mergeRequirements, type ResolveContext, resolveNeed } from "./resolve.ts";
export { commandLine, inexpressibleFields, toCommand } from "./to-command.ts";
