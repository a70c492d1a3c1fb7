/** What can be listed: models, one model's facts, use cases, tasks, and what a checked catalog holds. */
export { presentModel } from "./model.ts";
export { presentModels } from "./models.ts";
export { presentTasks } from "./tasks.ts";
export { presentUseCases } from "./use-cases.ts";
export { additionsTo, presentValidation, summariseCatalog } from "./validation.ts";
