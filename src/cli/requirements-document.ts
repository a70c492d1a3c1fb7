/** The requirements that come as a document: from `-r`, or from what is piped in. */
import path from "node:path";
import { type Layer, readFileText, readStreamText, statesRequirement } from "../question/index.ts";
import { usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";
import { note } from "./messages.ts";
import type { OptionValues } from "../question/option.ts";
import type { OUTPUT_OPTIONS } from "./options/output.ts";
import { QUESTION_OPTIONS } from "./options/requirements.ts";

type Options = OptionValues<typeof QUESTION_OPTIONS & typeof OUTPUT_OPTIONS>;

const STDIN = "stdin";
const SILENT = "stdin is open but silent, and is not waited for any longer ('-r -' waits for it)";

/**
 * The document as a layer; null when there is none.
 *
 * Without `-r` stdin is read only when something may be piped in and no option states a requirement, and waited for
 * only so long: programs, agents and remote shells leave an open pipe there that nobody ever writes to or closes.
 *
 * @throws Failure (usage)
 */
export async function readRequirementsDocument(options: Options, io: Io): Promise<Layer | null> {
  const { requirements: file } = options;
  if (file === "") {
    throw usageFailure("no value", "--requirements", "name a file, or - for stdin");
  }
  if (file !== undefined && file !== "-") {
    return layerFrom(await readFileText(path.resolve(io.cwd, file), file), file, "file");
  }
  const { kind } = io.stdin;
  const isPiped = kind === "pipe" || kind === "file";
  if (file === undefined && !isPiped) return null;
  if (file === undefined && statesRequirement(options)) {
    if (options.quiet !== true) note(io, unread(options));
    return null;
  }
  if (file === undefined && !((await io.stdin.speaks?.()) ?? true)) {
    if (options.quiet !== true) note(io, SILENT);
    return null;
  }
  const text = kind === "none" ? "" : await readStreamText(io.stdin.chunks(), STDIN);
  if (text.trim() === "") {
    const advice = "pipe in requirements as YAML or JSON, or state one as an option";
    throw usageFailure("stdin is empty", undefined, advice);
  }
  return layerFrom(text, STDIN, STDIN);
}

async function layerFrom(text: string, name: string, from: "file" | "stdin"): Promise<Layer> {
  // Documents bring the parser and the schemas along; a question asked in options does without.
  const [{ documentLayer }, { parseDocument }] = await Promise.all([
    import("../question/document-layer.ts"),
    import("../schema/document.ts"),
  ]);
  return documentLayer(await parseDocument(text, name, "usage"), from);
}

function unread(options: Options): string {
  const stated = Object.entries(QUESTION_OPTIONS).find(([name]) =>
    statesRequirement({ [name]: options[name as keyof Options] }),
  );
  return `stdin is not read, because ${stated?.[1].flag} states a requirement ('-r -' reads it too)`;
}
