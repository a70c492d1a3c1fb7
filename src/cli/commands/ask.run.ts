/** The work of `pick-model ask`: questions at a terminal, then the answer to them. */
import { presentRecommendation } from "../../answers/recommendation/presentation.ts";
import { answerTo } from "../../ask.ts";
import { toYaml } from "../../question/exported-question.ts";
import { commandLine } from "../../question/flags.ts";
import { usageFailure } from "../../schema/failure.ts";
import { shellWord } from "../../words/sentences.ts";
import { askQuestions, askUntil } from "../ask-questions.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf, readSampling } from "../evidence.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { note } from "../messages.ts";
import type {
  OUTPUT_OPTIONS,
  CATALOG_OPTIONS,
  SAMPLING_OPTIONS,
  DAY_OPTIONS,
} from "../options/common.ts";
import type { ASK_OPTIONS } from "../options/single-command.ts";
import { deliver, deliverText, readOutput } from "../output.ts";
import { readQuestion } from "../question.ts";

const INSTEAD = "pick-model --task chat --requests 200/day --budget 20 --quality standard";

export async function run({
  options,
  io,
}: Invocation<
  typeof ASK_OPTIONS &
    typeof DAY_OPTIONS &
    typeof CATALOG_OPTIONS &
    typeof SAMPLING_OPTIONS &
    typeof OUTPUT_OPTIONS
>): Promise<number> {
  const output = readOutput(options, io);
  const { save, ...others } = options;
  if (save === "") throw usageFailure("no value", "--save", "name a file");
  // A mistake in the options is heard before the first question, not after the last.
  readAsOf(options, io);
  readSampling(options);
  const catalog = await openCatalogFor(options, io);
  const dialogue = io.dialogue?.();
  if (dialogue === undefined) throw usageFailure("needs a terminal to ask in", "ask", INSTEAD);
  const stated = await askQuestions(catalog, dialogue);
  if (stated === null) return interrupted(io);
  let question = await readQuestion({ ...others, ...stated }, io);
  let answer = answerTo(question);
  const ending = answer.result.warnings.find(({ code }) => code === "shutdown-announced");
  if (ending !== undefined) {
    const until = await askUntil(ending.date ?? "", question.sheets.asOf, dialogue);
    if (until === null) return interrupted(io);
    if (until !== "") {
      stated.until = until;
      question = await readQuestion({ ...others, ...stated }, io);
      answer = answerTo(question);
    }
  }
  io.stderr.write("\n");
  await deliver(presentRecommendation(answer), output, io);
  if (save !== undefined) {
    const document = question.layers.at(-1)?.document ?? {};
    await deliverText(toYaml(document), save, io);
    note(io, `wrote your answers to ${save}; ask again with pick-model -r ${shellWord(save)}`);
  }
  const words = Object.entries(stated).flatMap(([name, value]) => [`--${name}`, ...[value].flat()]);
  io.stderr.write(`\n  The same without questions:\n    ${commandLine(words)}\n`);
  return answer.result.recommendation === null ? EXIT.no : EXIT.answered;
}

function interrupted(io: Io): number {
  note(io, `stopped; nothing was answered. Without questions: ${INSTEAD}`);
  return EXIT.interrupted;
}
