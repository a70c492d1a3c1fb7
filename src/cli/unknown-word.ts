/** A first word that is no command: what it is instead, or what was probably meant. */
import { openCatalog } from "../catalog/index.ts";
import { likelyOptions, namesIn, quoted } from "../question/index.ts";
import { type Correction, type Failure, usageFailure } from "../schema/failure.ts";
import { nearest } from "../schema/nearest.ts";
import { QUESTION_OPTIONS } from "./options/common.ts";

/** A kind of name, and the option or command that takes one. */
interface Kind {
  called: string;
  names: readonly string[];
  flag?: string;
}

/** More are a riddle of their own. */
const MOST_OFFERED = 2;

/** Whether both words are models: then they are to be compared. */
export async function areModels(first: string, second: string | undefined): Promise<boolean> {
  if (second === undefined) return false;
  const { models } = namesIn(await openCatalog());
  return [first, second].every((word) => models.includes(word.toLowerCase()));
}

/** @param commands names of commands, of one or two words */
export async function unknownWord(word: string, commands: readonly string[]): Promise<Failure> {
  const names = namesIn(await openCatalog());
  const values = optionKinds();
  const typed = word.trim().toLowerCase();
  const exact = [...namedKinds(names), ...values].filter((kind) => kind.names.includes(typed));
  const [first] = exact;
  if (first !== undefined) {
    const readings = exact.map(({ flag }) => reading(word, typed, flag));
    const what = `${quoted(word)} is a ${first.called}, not a command`;
    return usageFailure(what, undefined, offered(readings, "use "));
  }
  const meant = [
    ...nearIn(word, { called: "command", names: commands }),
    ...likelyOptions(typed, names).map(({ flag, meant: name }) =>
      reading(word, name, flag === "--only" ? "explain" : flag),
    ),
    ...values.flatMap((kind) => nearIn(word, kind)),
  ];
  const advice = "pick-model --help";
  return usageFailure(
    `there is no command ${quoted(word)}`,
    undefined,
    offered(meant, "did you mean ") ?? advice,
  );
}

function reading(typed: string, meant: string, flag: string | undefined): Correction {
  return { typed, meant, ...(flag === undefined ? {} : { flag }) };
}

function namedKinds({ useCases, tasks, models }: ReturnType<typeof namesIn>): Kind[] {
  return [
    { called: "use case", names: useCases, flag: "--use-case" },
    { called: "task", names: tasks, flag: "--task" },
    { called: "model", names: models, flag: "explain" },
  ];
}

/** Words of options: `low` for `--budget low`. */
function optionKinds(): Kind[] {
  return Object.values(QUESTION_OPTIONS).flatMap((spec) => {
    if (!("choices" in spec) || spec.flag === "--usage-tier") return [];
    return [{ called: `value of ${spec.flag}`, names: spec.choices, flag: spec.flag }];
  });
}

function nearIn(word: string, { names, flag }: Kind): Correction[] {
  const found = nearest(word, names);
  return found === null ? [] : [reading(word, found, flag)];
}

/** The likeliest readings as one correction; undefined where there is none. */
function offered(readings: readonly Correction[], lead: string): Correction | undefined {
  const [first, second] = readings.slice(0, MOST_OFFERED);
  if (first === undefined) return undefined;
  const lines = readings
    .slice(0, MOST_OFFERED)
    .map(({ flag, meant }) => `'pick-model ${flag === undefined ? "" : `${flag} `}${meant}'`);
  const advice = `${lead}${lines.join(" or ")}`;
  return { ...first, ...(second === undefined ? {} : { or: second }), advice };
}
