/** The closed word lists of the tool: every type, help text and check of a choice is derived from these. */

// How bad a change of a request is, without any schema: a page knows it too.

/** What happens to a request that is sent unchanged, worst first. */
export const SEVERITIES = ["fails", "changes-meaning", "changes-price", "check"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CRITERIA = ["cost", "latency", "quality"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Who says it. The order of trust depends on the kind of fact: see {@link FACT_KINDS}. */
export const SOURCE_CLASSES = ["own", "vendor", "independent", "secondary"] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** Kinds of fact, each with its own order of trust and its own time to live. */
export const FACT_KINDS = ["price", "limit", "lifecycle", "latency", "benchmark"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const COMPLEXITIES = ["routine", "moderate", "complex"] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

export const BUDGET_LEVELS = ["low", "medium", "high", "unlimited"] as const;
export type BudgetLevel = (typeof BUDGET_LEVELS)[number];

export const LATENCY_LEVELS = ["realtime", "interactive", "standard", "batch"] as const;
export type LatencyLevel = (typeof LATENCY_LEVELS)[number];

export const QUALITY_LEVELS = ["basic", "standard", "high", "critical"] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

/** What a wait is measured to: the first sentence of a stream, or the complete answer. */
export const WAIT_MEASURES = ["first-sentence", "full-answer"] as const;
export type WaitMeasure = (typeof WAIT_MEASURES)[number];

/** The word for the chance that the pick is right, surest first. */
export const CONFIDENCE_LABELS = ["high", "moderate", "low", "toss-up"] as const;
export type ConfidenceLabel = (typeof CONFIDENCE_LABELS)[number];

export const SERVICE_TIERS = ["standard", "batch", "flex", "fast"] as const;
export type ServiceTier = (typeof SERVICE_TIERS)[number];

export const IMAGE_DETAILS = ["high", "low", "auto"] as const;
export type ImageDetail = (typeof IMAGE_DETAILS)[number];

/** What a project can need (`--needs`) and a model can offer. */
export const FEATURES = [
  "vision",
  "function-calling",
  "structured-outputs",
  "fine-tuning",
  "vision-fine-tuning",
  "streaming",
  "batch",
  "fast-mode",
  "prompt-caching",
  "predicted-outputs",
  "distillation",
  "web-search",
  "file-search",
  "file-uploads",
  "image-generation-tool",
  "code-interpreter",
  "mcp",
  "assistants",
  "audio-input",
  "audio-output",
  "video-input",
  "embeddings",
  "on-device",
  "zero-data-retention",
  "eu-residency",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Whether a model is ranked by default, or only shown and priced as what its vendor names next. */
export const MODEL_ROLES = ["candidate", "successor"] as const;

/** Reasoning models bill hidden tokens and transfer less predictably between benchmarks. */
export const MODEL_FAMILIES = ["standard", "reasoning"] as const;

/** OpenAI's names for how much an organisation may send, least first: the numbered ones, and those of its newer pages. */
export const NUMBERED_TIERS = [1, 2, 3, 4, 5] as const;
export const NAMED_TIERS = ["free", "build", "launch", "grow"] as const;
/** As an organisation names its own. */
export type AskedTier = number | (typeof NAMED_TIERS)[number];
/** As places in a model's file. */
export const USAGE_TIERS = ["1", "2", "3", "4", "5", ...NAMED_TIERS] as const;
export type UsageTier = (typeof USAGE_TIERS)[number];

/** How long a reasoning model thinks before it answers, least first. */
export const REASONING_EFFORTS = ["none", "low", "medium", "high", "xhigh", "max"] as const;
export type ReasoningEffort = (typeof REASONING_EFFORTS)[number];

/** Where a request is sent. */
export const REQUEST_ENDPOINTS = ["chat", "responses"] as const;
export type RequestEndpoint = (typeof REQUEST_ENDPOINTS)[number];

/** Parameters of a request, of either endpoint, by the vendor's own names; `images` stands for image parts of a message. */
export const REQUEST_PARAMETERS = [
  "audio",
  "frequency_penalty",
  "functions",
  "images",
  "logit_bias",
  "logprobs",
  "max_completion_tokens",
  "max_output_tokens",
  "max_tokens",
  "metadata",
  "n",
  "parallel_tool_calls",
  "prediction",
  "presence_penalty",
  "prompt",
  "prompt_cache_key",
  "prompt_cache_options",
  "prompt_cache_retention",
  "reasoning_effort",
  "response_format",
  "seed",
  "service_tier",
  "stop",
  "store",
  "stream",
  "temperature",
  "tool_choice",
  "tools",
  "top_logprobs",
  "top_p",
  "user",
  "verbosity",
  "web_search_options",
] as const;
export type RequestParameterName = (typeof REQUEST_PARAMETERS)[number];

/** Whether a model takes a request parameter. */
export const PARAMETER_ACCEPTANCES = ["yes", "no", "only-with"] as const;

/** No bound, spelled out rather than infinite, so that every form of the catalog can carry it. */
export const UNBOUNDED = "unbounded";

/** What a request is billed for, in the order of its bill. */
export const REQUEST_ITEMS = [
  "text-input",
  "cached-input",
  "cache-writes",
  "images",
  "web-search-calls",
  "web-search-content",
  "file-search-calls",
  "output",
] as const;
export type RequestItemName = (typeof REQUEST_ITEMS)[number];

/** Prices of one list, USD per million tokens. Writing a prefix to the cache has two, by how long it is kept. */
export const TOKEN_PRICES = [
  "input",
  "cachedInput",
  "cacheWrite",
  "cacheWriteTwelveHours",
  "output",
] as const;
export type TokenPrice = (typeof TOKEN_PRICES)[number];

/** What a request can use beside text and images: none unless stated. */
export const REQUEST_EXTRAS = ["webSearches", "fileSearches"] as const;
export type RequestExtra = (typeof REQUEST_EXTRAS)[number];
