/** YAML 1.2 text to a value and the offset of each of its parts. Imported only when a YAML text is met. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Composer,
  Parser,
  type Document,
  type Node,
  type Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import {
  DEEPEST_NESTING,
  DocumentProblem,
  REFUSED_KEY,
  duplicateKey,
  refusedKey,
  refuseUnparsable,
  tooDeep,
  type ReadDocument,
} from "./document-problem.ts";

/** Enough for a document that repeats itself, too few for one that expands without end. */
const MOST_ALIASES = 100;
const MOST_MERGED = 1000;
const WITHOUT_ALIASES = "write the values out instead of using aliases";

/**
 * @param fault what a text is called that cannot be read
 * @throws DocumentProblem naming the offset of the first mistake
 */
export function readYaml(text: string, fault = "not valid YAML"): ReadDocument {
  refuseUnparsable(text);
  const document = treeOf(text, fault);
  refuseUnsafe(document, document.contents, []);
  refuseEndlessMerges(document);
  return {
    value: plainValue(document),
    offsetOf: (path, key) => offsetOf(treeOf(text, fault), path, key),
  };
}

let latest: { text: string; document: Document.Parsed } | undefined;

/** The tree takes fifty times what its text does, and few places are asked for: only that of the latest text is kept. */
function treeOf(text: string, fault: string): Document.Parsed {
  if (latest?.text !== text) latest = { text, document: composed(text, fault) };
  return latest.document;
}

/** As the parser's own `parseDocument` does, but ended by the first mistake: the parser would describe a million. */
function composed(text: string, fault: string): Document.Parsed {
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: true,
    uniqueKeys: false, // quadratic in the parser; checked below
    stringKeys: true,
  });
  let first: DocumentProblem | undefined;
  Object.assign(composer, {
    onError: (place: ErrorPlace, code: string, message: string) => {
      first ??= readable(code, `${fault}: ${message}`, offsetAt(place)); // thrown, it is handed in again on its way up
      throw first;
    },
  });
  let found: Document.Parsed | undefined;
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem !== undefined) {
      throw readable(problem.code, `${fault}: ${problem.message}`, problem.pos[0]);
    }
    if (found !== undefined) {
      const at = document.range[0];
      throw new DocumentProblem("more than one document", at, "give one document, without ---");
    }
    found = document;
  }
  if (found === undefined) throw new Error("the parser found no document, not even an empty one");
  return found;
}

/** Where the parser says a mistake is: a place, a range or a piece of the text. */
type ErrorPlace = number | [number, number] | { offset: number };

function offsetAt(place: ErrorPlace): number {
  if (typeof place === "number") return place;
  return Array.isArray(place) ? place[0] : place.offset;
}

function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError) {
      throw new DocumentProblem(error.message, 0, WITHOUT_ALIASES);
    }
    // The parser's own word for it: its messages carry no place.
    if (error instanceof Error && /merge/i.test(error.message)) {
      const at = mergeKeyOf(document.contents);
      throw new DocumentProblem("<<: cannot be merged", at, "give it a mapping, or a list of them");
    }
    throw error;
  }
}

const MERGE_KEY = "<<";

/** Where the first merge key stands. */
function mergeKeyOf(root: Node | null): number {
  let at: number | undefined;
  visit(root, {
    Pair: (_place, { key }) => {
      if (!isScalar(key) || key.source !== MERGE_KEY) return undefined;
      at = startOf(key);
      return visit.BREAK;
    },
  });
  return at ?? 0;
}

function readable(code: string, message: string, offset: number): DocumentProblem {
  if (code === "MULTIPLE_DOCS") {
    return new DocumentProblem("more than one document", offset, "give one document, without ---");
  }
  const advice = code === "TAB_AS_INDENT" ? "indent with spaces" : "fix it there";
  return new DocumentProblem(message, offset, advice);
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
      if (isScalar(key)) refuseKey(nameOf(key), seen, startOf(key));
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
    const part: Part | undefined = partOf(document, node, step);
    if (part === undefined) return startOf(node);
    keyNode = part.key;
    node = part.value ?? part.key;
  }
  return startOf(key ? (keyNode ?? node) : node);
}

function partOf(document: Document.Parsed, node: Node | null, step: PropertyKey): Part | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && nameOf(item.key) === String(step));
    return pair === undefined
      ? mergedPart(document, node, step)
      : { key: nodeOrNull(pair.key), value: nodeOrNull(pair.value) };
  }
  const item: unknown = isSeq(node) ? node.items[Number(step)] : undefined;
  return isNode(item) ? { key: null, value: item } : undefined;
}

interface Part {
  key: Node | null;
  value: Node | null;
}

/** A field that came in by `<<`, where it was written. */
function mergedPart(document: Document.Parsed, map: YAMLMap, step: PropertyKey): Part | undefined {
  for (const source of mergedInto(document, map)) {
    const part = partOf(document, source, step);
    if (part !== undefined) return part;
  }
  return undefined;
}

/** The mappings that `<<` takes into this one. */
function mergedInto(document: Document.Parsed, map: YAMLMap): YAMLMap[] {
  const merged = map.items.find((item) => isScalar(item.key) && nameOf(item.key) === MERGE_KEY);
  const sources = isSeq(merged?.value) ? merged.value.items : [merged?.value];
  return sources.flatMap((source) => {
    const node = isAlias(source) ? source.resolve(document) : source;
    return isMap(node) ? [node] : [];
  });
}

/** Mappings merged into mappings merged into others grow like aliases do, and the parser does not count them. */
function refuseEndlessMerges(document: Document.Parsed): void {
  const known = new Map<YAMLMap, number>();
  const sizeOf = (map: YAMLMap): number => {
    const before = known.get(map);
    if (before !== undefined) return before;
    const sizes = mergedInto(document, map).map((source) => sizeOf(source));
    const size = sizes.reduce((sum, each) => sum + each, 1);
    if (size > MOST_MERGED) {
      throw new DocumentProblem("<<: merges without end", startOf(map), WITHOUT_ALIASES);
    }
    known.set(map, size);
    return size;
  };
  visit(document.contents, { Map: (_place, map) => void sizeOf(map) });
}

/** As it was written: the value of a merge key is a symbol. */
function nameOf({ value, source }: Scalar): string {
  return typeof value === "symbol" ? (source ?? MERGE_KEY) : String(value);
}

function nodeOrNull(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
