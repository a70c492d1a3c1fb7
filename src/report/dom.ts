/** The little of a document that a report is built with: a browser has it, and so has the one a server makes. */
import { visible } from "../format/document.ts";

export interface PageElement {
  append(...children: (PageElement | string)[]): void;
  setAttribute(name: string, value: string): void;
}

export interface PageDocument {
  createElement(name: string): PageElement;
  createElementNS(namespace: string, name: string): PageElement;
}

/** Absent values leave the attribute out; `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = PageElement | string | null;

/** Makes an element. Text goes in as text, whatever stands in it: nothing here ever reads markup. */
export type Make = (name: string, attributes?: Attributes, ...children: Child[]) => PageElement;

const SVG = "http://www.w3.org/2000/svg";

export function elementMaker(document: PageDocument): Make {
  return makerOf((name) => document.createElement(name));
}

/** Makes parts of drawings; lengths are rounded to a tenth of a pixel. */
export function shapeMaker(document: PageDocument): Make {
  return makerOf((name) => document.createElementNS(SVG, name));
}

function makerOf(create: (name: string) => PageElement): Make {
  return (name, attributes = {}, ...children) => {
    const element = create(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      element.setAttribute(key, written(value));
    }
    element.append(
      ...children
        .filter((child) => child !== null)
        .map((child) => (typeof child === "string" ? seen(child) : child)),
    );
    return element;
  };
}

function written(value: string | number | true): string {
  if (value === true) return "";
  return typeof value === "number" ? String(Number(value.toFixed(10))) : seen(value);
}

/** A name in a drawing, whose direction is its own (`isolated`). */
const ISOLATED = /^\u2068(.*)\u2069(.*)$/s;

/** Words of others, with what would turn them around or hide in them written out. */
function seen(text: string): string {
  const [, inside, after = ""] = ISOLATED.exec(text) ?? [];
  return inside === undefined ? visible(text) : `\u2068${visible(inside)}\u2069${visible(after)}`;
}
