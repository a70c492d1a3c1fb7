/** The sources of the answer: who says so, and when that was looked at. */
import type { RecommendationResult } from "../../answers/recommendation/schema.ts";
import type { Make, PageElement } from "../dom.ts";

export type SourceNote = RecommendationResult["sources"][string];

export function sourcesParts(make: Make, { sources }: RecommendationResult): PageElement[] {
  const entries = Object.values(sources);
  return [
    make("summary", {}, `${entries.length} sources behind this answer`),
    sourceItems(make, entries),
  ];
}

export function sourceItems(make: Make, sources: readonly SourceNote[]): PageElement {
  return make("ul", { class: "sources" }, ...sources.map((source) => sourceItem(make, source)));
}

function sourceItem(make: Make, source: SourceNote): PageElement {
  const facts = [
    source.class,
    source.published === null ? null : `published ${source.published}`,
    `seen ${source.checked}`,
  ];
  return make(
    "li",
    {},
    sourceLink(make, source),
    make("span", { class: "dim" }, ` ${facts.filter((part) => part !== null).join(", ")}`),
    source.note === null ? null : make("span", { class: "remark" }, source.note),
  );
}

/** A title, as a link where it has a web address; any other address stays text. */
export function sourceLink(
  make: Make,
  { title, url }: Pick<SourceNote, "title" | "url">,
): PageElement {
  const isWeb = url !== null && /^https?:\/\//i.test(url);
  return isWeb
    ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title)
    : make("span", {}, title);
}
