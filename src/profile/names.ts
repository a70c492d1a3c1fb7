/** Words of the profile's options, apart from its readers: help lists them without loading those. */

/** In the order in which a file's first records are tried: the most particular first. */
export const PROFILE_FORMATS = [
  "openai-usage",
  "openai-costs",
  "openai-batch",
  "litellm",
  "otel",
  "openai-responses",
] as const;
export type ProfileFormat = (typeof PROFILE_FORMATS)[number];

/** With the one whose columns have to be named. */
export const INPUT_FORMATS = [...PROFILE_FORMATS, "csv"] as const;

export const GROUPINGS = ["project", "model", "api-key", "tag", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a column can be said to hold; input and output are the least. */
export const CSV_COLUMNS = [
  "input",
  "output",
  "cached",
  "requests",
  "time",
  "model",
  "project",
  "key",
  "tag",
  "tier",
  "id",
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** Which header stands for what. */
export type CsvColumns = Partial<Record<CsvColumn, string>>;
