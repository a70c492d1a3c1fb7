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

export const GROUPINGS = ["project", "model", "api-key", "tag", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];
