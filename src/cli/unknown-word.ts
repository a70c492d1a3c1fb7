/** A first word that is no command: what it is instead, or what was probably meant. */
import { openCatalog } from "../catalog/index.ts";
import { likelyOptions, namesIn, quoted } from "../question/index.ts";
import { type Failure, usageFailure } from "../schema/failure.ts";
import { nearest } from "../schema/nearest.ts";
import { QUESTION_OPTIONS } from "./options/requirements.ts";

/** A kind of name, and what to type for one of its names. */
interface Kind {
  called: string;
  names: readonly string[];
  typed: (name: string) => string;
}

const MOST_OFFERED = 3;

/** @param commands names of commands, of one or two words */
export async function unknownWord(word: string, commands: readonly string[]): Promise<Failure> {
  const names = namesIn(await openCatalog());
  const values = optionKinds();
  const typed = word.trim().toLowerCase();
  const exact = [...namedKinds(names), ...values].filter((kind) => kind.names.includes(typed));
  const [first] = exact;
  if (first !== undefined) {
    const what = `${quoted(word)} is a ${first.called}, not a command`;
    return usageFailure(what, undefined, `use ${offered(exact.map((kind) => kind.typed(typed)))}`);
  }
  const command: Kind = { called: "command", names: commands, typed: (name) => name };
  const meant = [
    ...nearIn(typed, command),
    ...likelyOptions(typed, names).map((option) => option.replace(/^--only /, "explain ")),
    ...values.flatMap((kind) => nearIn(typed, kind)),
  ];
  const advice =
    meant.length > 0
      ? `did you mean ${offered(meant.slice(0, MOST_OFFERED))}?`
      : "requirements are options, such as --task chat; see 'pick-model --help'";
  return usageFailure(`unknown command ${quoted(word)}`, undefined, advice);
}

function namedKinds({ useCases, tasks, models }: ReturnType<typeof namesIn>): Kind[] {
  return [
    { called: "use case", names: useCases, typed: (name) => `--use-case ${name}` },
    { called: "task", names: tasks, typed: (name) => `--task ${name}` },
    { called: "model", names: models, typed: (name) => `explain ${name}` },
  ];
}

/** Words of options: `low` for `--budget low`. */
function optionKinds(): Kind[] {
  return Object.values(QUESTION_OPTIONS).flatMap((spec) => {
    if (!("choices" in spec) || spec.flag === "--usage-tier") return [];
    const typed = (name: string) => `${spec.flag} ${name}`;
    return [{ called: `value of ${spec.flag}`, names: spec.choices, typed }];
  });
}

function nearIn(word: string, kind: Kind): string[] {
  const found = nearest(word, kind.names);
  return found === null ? [] : [kind.typed(found)];
}

function offered(lines: readonly string[]): string {
  return lines.map((line) => `'pick-model ${line}'`).join(" or ");
}
