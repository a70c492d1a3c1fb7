/** What commander refuses, in the words of this program's own errors. */
import type { CommanderError } from "commander";
import type { OptionSpecs } from "../question/option.ts";
import { type Failure, usageFailure, quoted } from "../schema/failure.ts";
import { listed, nearest } from "../schema/nearest.ts";
import type { CommandSpec } from "./command.ts";

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
  const seeHelp = `${name} --help`;
  switch (error.code) {
    case "commander.unknownOption": {
      const [, typed = ""] = /unknown option '(.*)'$/s.exec(error.message) ?? [];
      return unknownOption(typed, options, name);
    }
    case "commander.optionMissingArgument": {
      const [, flag, placeholder = ""] = /(--[\w-]+) (<.*>)'/.exec(error.message) ?? [];
      const first = Object.values(options).find((spec) => spec.flag === flag)?.choices?.[0];
      const taken = `expected ${placeholder}`;
      const correction = first === undefined ? taken : { typed: "", meant: first, taken };
      return usageFailure("no value", flag, correction);
    }
    case "commander.missingArgument": {
      const [, operand = ""] = /'(.*)'/.exec(error.message) ?? [];
      const {
        choices = [],
        names,
        example = names === "models" ? "gpt-4o" : "FILE",
      } = operands.find((each) => each.name === operand) ?? {};
      const where = name.replace(/^pick-model /, "");
      return usageFailure(`no ${operand} given`, where, {
        typed: "",
        meant: choices[0] ?? example,
        taken: choices.length > 0 ? `one of ${listed(choices)}` : `such as ${example}`,
      });
    }
    case "commander.excessArguments": {
      const extra = given[operands.length] ?? "";
      const drop = { typed: extra, meant: "", advice: `see ${seeHelp}` };
      return usageFailure(`'${name}' takes no ${quoted(extra)}`, undefined, drop);
    }
    default:
      return usageFailure(error.message.replace(/^error: /, ""), undefined, seeHelp);
  }
}

function unknownOption(typed: string, options: OptionSpecs, name: string): Failure {
  const flag = typed.replace(/=.*$/s, "");
  const flags = Object.values(options).map((spec) => spec.flag);
  if (flags.some((each) => each === flag)) {
    const value = typed.slice(flag.length + 1);
    return usageFailure("takes no value", flag, { typed: value, meant: flag, advice: "drop it" });
  }
  const meant = optionMeant(flag, options) ?? (name === "pick-model" ? LONE[flag] : undefined);
  const advice = meant === undefined ? `${name} --help` : { typed: flag, meant };
  return usageFailure(`unknown option ${quoted(flag)}`, undefined, advice);
}

/** What other programs call what this one has no option of that name for; some of it is a command here. */
const LONE: Readonly<Record<string, string>> = {
  "-v": "-V",
  "-?": "-h",
  "--verbose": "explain",
  "--all": "compare",
  "--list": "use-cases",
};

function optionMeant(flag: string, options: OptionSpecs): string | undefined {
  if (!flag.startsWith("--")) return undefined;
  const names = Object.values(options).map((spec) => spec.flag.slice(2));
  const meant = nearest(flag.slice(2), [...names, "help", "version"]);
  return meant === null ? undefined : `--${meant}`;
}
