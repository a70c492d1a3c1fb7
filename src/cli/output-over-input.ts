/** No answer is written over a file it was made from: a slip of a shell's completion would lose the file. */
import { stat } from "node:fs/promises";
import path from "node:path";
import { usageFailure } from "../schema/failure.ts";
import type { CommandSpec } from "./command.ts";
import type { FileIdentity, Io } from "./io.ts";
import { pathsOf } from "./evidence.ts";
import type { ParsedArguments } from "./parse-arguments.ts";

/**
 * Compares the file of `--output` with every file that the command line names to be read: options that take a path,
 * operands, the catalogs of the environment, what is piped in.
 *
 * @throws Failure (usage) naming the file
 */
export async function refuseOutputOverInput(
  { options: specs }: Pick<CommandSpec, "options">,
  { operands, options }: ParsedArguments,
  io: Io,
): Promise<void> {
  const { output } = options;
  if (typeof output !== "string") return;
  const named = Object.entries(specs).flatMap(([name, { isPath, flag }]) =>
    (isPath === true || flag === "--image") && name !== "output" ? textsOf(options[name]) : [],
  );
  const inputs = [...named, ...operands, ...pathsOf(io.env["PICK_MODEL_CATALOG"])];
  await refuseSameFile(output, inputs, io);
}

/** @param inputs paths as typed, files or folders of them; what is not there is nobody's concern here */
export async function refuseSameFile(
  output: string,
  inputs: readonly string[],
  { cwd, stdin }: Io,
): Promise<void> {
  const target = await identityOf(path.resolve(cwd, output));
  if (target === null) return;
  const refused = (input: string) =>
    usageFailure(
      `would be written over ${input}, which is read`,
      `--output ${output}`,
      "name another file",
    );
  if (stdin.identity !== undefined && isSame(target, stdin.identity)) throw refused("stdin");
  for (const input of inputs) {
    // As `photo.png:low`, the size of an image of a file.
    for (const typed of new Set([input, input.replace(/(?::[a-z]{1,8})?(?:\sx\d{1,9})?$/i, "")])) {
      const place = path.resolve(cwd, typed);
      const found = await identityOf(place);
      if (found === null) continue;
      if (isSame(target, found) || (found.isFolder && isWithin(place, path.resolve(cwd, output)))) {
        throw refused(typed);
      }
    }
  }
}

interface Found extends FileIdentity {
  isFolder: boolean;
}

async function identityOf(file: string): Promise<Found | null> {
  const found = await stat(file).catch(() => null);
  if (found === null || !(found.isFile() || found.isDirectory())) return null;
  return { dev: found.dev, ino: found.ino, isFolder: found.isDirectory() };
}

function isSame(one: FileIdentity, other: FileIdentity): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** Of a folder its documents are read: an answer among them would be read the next time, or be one of them now. */
function isWithin(folder: string, file: string): boolean {
  return path.dirname(file) === folder && /\.(?:ya?ml|json)$/i.test(file);
}

function textsOf(value: string | string[] | true | undefined): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value : [];
}
