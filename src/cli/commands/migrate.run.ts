/** The work of `pick-model migrate`: a change of model. */
import { migrate } from "../../answers/migration/migrate.ts";
import { presentMigration } from "../../answers/migration/presentation.ts";
import { isFineTuned, migrationQuestion } from "../../answers/migration/question.ts";
import { REQUEST_ENDPOINTS, REQUEST_PARAMETERS } from "../../schema/vocabulary.ts";
import { readModelId, readModelIds, readWord, readWords } from "../../typed/word.ts";
import type { Invocation } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { MIGRATION_OPTIONS } from "../options/single-command.ts";
import type { Presented } from "../presented.ts";
import { readQuestion } from "../question.ts";

/** @throws Failure (usage) for models and parameters that cannot be asked about */
export async function present({
  operands: [from = "", ...to],
  options,
  io,
}: Invocation<
  typeof QUESTION_OPTIONS & typeof MIGRATION_OPTIONS & typeof OUTPUT_OPTIONS
>): Promise<Presented> {
  const { sends, endpoint, full } = options;
  const { need, sheets, recommendOptions } = await readQuestion(options, io);
  const asked = migrationQuestion(
    {
      from: isFineTuned(from) ? from.trim() : readModelId(from, "migrate"),
      to: to.length === 0 ? [] : readModelIds(to, "migrate"),
      ...(sends === undefined ? {} : { sends: readWords(sends, "--sends", REQUEST_PARAMETERS) }),
      ...(endpoint === undefined
        ? {}
        : { endpoint: readWord(endpoint, "--endpoint", REQUEST_ENDPOINTS) }),
    },
    need,
    sheets,
  );
  const result = migrate(asked.need, sheets, asked.question, recommendOptions);
  return {
    presentation: presentMigration(result, full === true),
    exitCode: result.recommendation === null ? EXIT.no : EXIT.answered,
  };
}
