/** Names of the compared models, as short as a column asks for. */
import { shortName } from "../../../words/sentences.ts";
import type { Comparison } from "../schema.ts";

type Models = Comparison["models"];

/** What tells a name apart from the others': `mini` beside `GPT-4o`, `4o` beside `GPT-4o mini`. */
export function distinctName(model: Models[number], models: Models): string {
  const parts = (name: string) => shortName(name).split(" ");
  const own = parts(headerOf(model));
  const others = models
    .filter((each) => each.id !== model.id)
    .flatMap((each) => parts(headerOf(each)));
  const distinct = own.filter((part) => !others.includes(part));
  return (distinct.length > 0 ? distinct : own).join(" ");
}

/** A snapshot's id is shorter than its name, and says the same. */
export function headerOf({ id, name }: Models[number]): string {
  return name.includes(id) ? id : name;
}
