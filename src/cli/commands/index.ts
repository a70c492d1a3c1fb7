/** Every command, in the order of the help: a new one is a file beside this one and a line below. */
import type { Commands } from "../command.ts";
import { ask } from "./ask.ts";
import { batch } from "./batch.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { completion } from "./completion.ts";
import { cost } from "./cost.ts";
import { evidencePromptfoo } from "./evidence-promptfoo.ts";
import { explain } from "./explain.ts";
import { catalogList, catalogShow, catalogValidate, tasks, useCases } from "./lists.ts";
import { lock } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { profile } from "./profile.ts";
import { recommend } from "./recommend.ts";
import { report } from "./report.ts";
import { schema } from "./schema.ts";

export const COMMANDS = {
  recommend,
  ask,
  compare,
  migrate,
  explain,
  cost,
  report,
  lock,
  check,
  batch,
  profile,
  "evidence promptfoo": evidencePromptfoo,
  "use-cases": useCases,
  tasks,
  "catalog list": catalogList,
  "catalog show": catalogShow,
  "catalog validate": catalogValidate,
  schema,
  completion,
} as const satisfies Commands;
