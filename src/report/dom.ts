/** The little of a document that a report is built with: a browser has it, and so has the one a server makes. */

export interface PageElement {
  append(...children: (PageElement | string)[]): void;
  setAttribute(name: string, value: string): void;
}

export interface PageDocument {
  createElement(name: string): PageElement;
}

/** Absent values leave the attribute out; `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = PageElement | string | null;

/** Makes an element. Text goes in as text, whatever stands in it: nothing here ever reads markup. */
export type Make = (name: string, attributes?: Attributes, ...children: Child[]) => PageElement;

export function elementMaker(document: PageDocument): Make {
  return (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      element.setAttribute(key, value === true ? "" : String(value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };
}
