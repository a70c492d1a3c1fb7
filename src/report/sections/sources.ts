/** The sources of the answer: who says so, and when that was looked at. */
import type { RecommendationResult } from "../../answers/recommendation/schema.ts";
import type { Make, PageElement } from "../dom.ts";

type SourceNote = RecommendationResult["sources"][string];

export function sourcesParts(make: Make, { sources }: RecommendationResult): PageElement[] {
  const entries = Object.values(sources);
  const items = entries.map((source) =>
    make(
      "li",
      {},
      sourceLink(make, source),
      make(
        "span",
        { class: "dim" },
        ` ${[
          source.class,
          source.published === null ? null : `published ${source.published}`,
          `seen ${source.checked}`,
        ]
          .filter((part) => part !== null)
          .join(", ")}`,
      ),
      source.note === null ? null : make("span", { class: "remark" }, source.note),
    ),
  );
  return [
    make(
      "details",
      {},
      make("summary", {}, `${entries.length} sources behind this answer`),
      make("ul", { class: "sources" }, ...items),
    ),
  ];
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
