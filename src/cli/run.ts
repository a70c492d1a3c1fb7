/** The program: from arguments to an exit code. */
import { version } from "../version.ts";
import { asksForVersion, chooseCommand, DEFAULT_COMMAND } from "./choose-command.ts";
import { COMMANDS } from "./commands/index.ts";
import { COMPLETE } from "./completion/shell-names.ts";
import { exitCodeOf, EXIT } from "./exit-codes.ts";
import { helpOfGroup, missingCommand } from "./help-text.ts";
import type { Io } from "./io.ts";
import { parseArguments } from "./parse-arguments.ts";

/** The day of the newest fact that the program ships with. The build writes it down, so that nothing is read for it. */
declare const BUILT_WITH_FACTS_OF: string | undefined;

/** The program's, and how new its facts are. */
async function sayVersion({ stdout }: Io): Promise<number> {
  const newest =
    typeof BUILT_WITH_FACTS_OF === "string" ? BUILT_WITH_FACTS_OF : await newestFactFromSource();
  stdout.write(`pick-model ${version}, facts of ${newest}\n`);
  return EXIT.answered;
}

async function newestFactFromSource(): Promise<string> {
  const { openCatalog } = await import("../catalog/index.ts");
  const { newestObservation } = await import("../facts/claims.ts");
  return newestObservation((await openCatalog()).models) ?? "no day";
}

/**
 * Runs one command line. Never throws and never ends the process: what went wrong is on `io.stderr`, in two
 * lines, and in the code.
 *
 * @param argv what follows the program's name
 * @returns 0 answered, 1 answered with no, 2 used wrongly, 3 a broken catalog, 70 a bug of ours
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const { reportError } = await import("./messages.ts");
    reportError(error, io, { argv, commands: COMMANDS });
    return exitCodeOf(error);
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  if (asksForVersion(argv)) return sayVersion(io);
  if (argv[0] === COMPLETE) {
    const { complete, completionText } = await import("./complete.ts");
    const { openCatalog } = await import("../catalog/index.ts");
    const words = argv.slice(1);
    const current = words.pop() ?? "";
    io.stdout.write(completionText(complete(words, current, COMMANDS, await openCatalog())));
    return EXIT.answered;
  }
  const choice = chooseCommand(argv, COMMANDS);
  if (choice.kind === "unknown") {
    const { areModels, unknownWord } = await import("./unknown-word.ts");
    if (await areModels(choice.word, choice.second)) return dispatch(["compare", ...argv], io);
    throw await unknownWord(choice.word, Object.keys(COMMANDS));
  }
  if (choice.kind === "group") {
    const help = helpOfGroup(choice, COMMANDS);
    if (!choice.wantsHelp) {
      io.stderr.write(`${help}\n`);
      throw missingCommand(choice, COMMANDS);
    }
    io.stdout.write(help);
    return EXIT.answered;
  }
  const spec = COMMANDS[choice.name as keyof typeof COMMANDS];
  const isDefault = choice.name === DEFAULT_COMMAND;
  const parsed = parseArguments(
    isDefault ? "pick-model" : `pick-model ${choice.name}`,
    spec,
    choice.argv,
    io,
    isDefault ? COMMANDS : undefined,
  );
  if (parsed === "version") return sayVersion(io);
  if ("help" in parsed) {
    const isPaged = choice.argv.includes("--help") && !choice.argv.includes("--no-pager");
    const isShown = isPaged && (await io.page?.(parsed.help)) === true;
    if (!isShown) io.stdout.write(parsed.help);
    return EXIT.answered;
  }
  if (parsed.options["output"] !== undefined) {
    const { refuseOutputOverInput } = await import("./output-over-input.ts");
    await refuseOutputOverInput(spec, parsed, io);
  }
  return spec.run({ ...parsed, io });
}
