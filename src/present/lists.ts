/** What can be listed: models, one model's facts, use cases, tasks, and what a checked catalog holds. */
export { presentModel } from "./lists/model.ts";
export { presentModels } from "./lists/models.ts";
export { presentTasks } from "./lists/tasks.ts";
export { presentUseCases } from "./lists/use-cases.ts";
export { presentValidation, summariseCatalog } from "./lists/validation.ts";
