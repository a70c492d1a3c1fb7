/** YAML 1.2 text to a value and the offset of each of its parts. Imported only when a YAML text is met. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument as parseYaml,
  type Document,
  type Node,
} from "yaml";
import {
  DEEPEST_NESTING,
  DocumentProblem,
  REFUSED_KEY,
  duplicateKey,
  refusedKey,
  tooDeep,
  type ReadDocument,
} from "./document-problem.ts";

/** Enough for a document that repeats itself, too few for one that expands without end. */
const MOST_ALIASES = 100;
const WITHOUT_ALIASES = "write the values out instead of using aliases";

/** Brackets open at once and indentation of one line: beyond these the parser's own recursion fails. */
const MOST_OPEN_BRACKETS = 500;
const FAR_INDENTED = /^[ \t?:-]{400}/m;

/** @throws DocumentProblem naming the offset of the first mistake */
export function readYaml(text: string): ReadDocument {
  refuseUnparsable(text);
  const document = parseYaml(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false, // quadratic in the parser; checked below
    stringKeys: true,
    prettyErrors: false,
  });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) throw readable(problem.code, problem.message, problem.pos[0]);
  refuseUnsafe(document, document.contents, []);
  return {
    value: plainValue(document),
    offsetOf: (path, key) => offsetOf(document, path, key),
  };
}

function refuseUnparsable(text: string): void {
  const indented = FAR_INDENTED.exec(text);
  if (indented !== null) throw tooDeep(indented.index);
  let open = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === "[" || character === "{") open += 1;
    if ((character === "]" || character === "}") && open > 0) open -= 1;
    if (open > MOST_OPEN_BRACKETS) throw tooDeep(offset);
  }
}

function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new DocumentProblem(error.message, 0, WITHOUT_ALIASES);
  }
}

function readable(code: string, message: string, offset: number): DocumentProblem {
  if (code === "MULTIPLE_DOCS") {
    return new DocumentProblem("more than one document", offset, "give one document, without ---");
  }
  const advice = code === "TAB_AS_INDENT" ? "indent with spaces" : "mend the YAML there";
  return new DocumentProblem(`not valid YAML: ${message}`, offset, advice);
}

/** Duplicate or dangerous keys, endless depth, and a node that contains itself. */
function refuseUnsafe(document: Document.Parsed, node: unknown, around: readonly Node[]): void {
  if (!isNode(node)) return;
  if (around.length >= DEEPEST_NESTING) throw tooDeep(startOf(node));
  const target = isAlias(node) ? node.resolve(document) : undefined;
  if (target !== undefined && around.includes(target)) {
    throw new DocumentProblem("a value contains itself", startOf(node), WITHOUT_ALIASES);
  }
  const within = [...around, node];
  if (isMap(node)) {
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      if (isScalar(key)) refuseKey(String(key.value), seen, startOf(key));
      refuseUnsafe(document, value, within);
    }
  }
  if (isSeq(node)) for (const item of node.items) refuseUnsafe(document, item, within);
}

function refuseKey(key: string, seen: Set<string>, offset: number): void {
  if (key === REFUSED_KEY) throw refusedKey(offset);
  if (seen.has(key)) throw duplicateKey(key, offset);
  seen.add(key);
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], key: boolean): number {
  let node: Node | null = document.contents;
  let keyNode: Node | null = null;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const part: { key: Node | null; value: Node | null } | undefined = partOf(node, step);
    if (part === undefined) return startOf(node);
    keyNode = part.key;
    node = part.value ?? part.key;
  }
  return startOf(key ? (keyNode ?? node) : node);
}

function partOf(node: Node | null, step: PropertyKey) {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isScalar(item.key) && String(item.key.value) === String(step),
    );
    return pair === undefined
      ? undefined
      : { key: nodeOrNull(pair.key), value: nodeOrNull(pair.value) };
  }
  const item: unknown = isSeq(node) ? node.items[Number(step)] : undefined;
  return isNode(item) ? { key: null, value: item } : undefined;
}

function nodeOrNull(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
