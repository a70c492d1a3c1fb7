/** What commander refuses, in the words of this program's own errors. */
import type { CommanderError } from "commander";
import { type Failure, usageFailure } from "../schema/failure.ts";
import type { CommandSpec } from "./command.ts";
import { nearest } from "../schema/nearest.ts";
import type { OptionSpecs } from "../question/option.ts";
import { quoted } from "../typed/quoted.ts";

/**
 * @param name the command as typed: `pick-model compare`
 * @param given the operands that were typed
 */
export function commanderFailure(
  error: CommanderError,
  name: string,
  { operands = [], options }: CommandSpec,
  given: readonly string[],
): Failure {
  const seeHelp = `see '${name} --help'`;
  switch (error.code) {
    case "commander.unknownOption": {
      const [, typed = ""] = /unknown option '(.*)'$/s.exec(error.message) ?? [];
      return unknownOption(typed, options, seeHelp);
    }
    case "commander.optionMissingArgument": {
      const [, flag, placeholder = ""] = /(--[\w-]+) (<.*>)'/.exec(error.message) ?? [];
      return usageFailure("no value", flag, `expected ${placeholder}`);
    }
    case "commander.missingArgument": {
      const [, operand = ""] = /'(.*)'/.exec(error.message) ?? [];
      const choices = operands.find((each) => each.name === operand)?.choices;
      const advice = choices === undefined ? seeHelp : `one of ${choices.join(", ")}`;
      return usageFailure(`no ${operand} given`, name.replace(/^pick-model /, ""), advice);
    }
    case "commander.excessArguments": {
      const extra = given[operands.length] ?? "";
      return usageFailure(`'${name}' takes no ${quoted(extra)}`, undefined, seeHelp);
    }
    default:
      return usageFailure(error.message.replace(/^error: /, ""), undefined, seeHelp);
  }
}

function unknownOption(typed: string, options: OptionSpecs, seeHelp: string): Failure {
  const flag = typed.replace(/=.*$/s, "");
  const flags = Object.values(options).map((spec) => spec.flag);
  if (flags.some((each) => each === flag)) return usageFailure("takes no value", flag);
  const names = flags.map((each) => each.slice(2));
  const meant = flag.startsWith("--") ? nearest(flag.slice(2), names) : null;
  const advice = meant === null ? seeHelp : `did you mean --${meant}?`;
  return usageFailure(`unknown option ${quoted(flag)}`, undefined, advice);
}
