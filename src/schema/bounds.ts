/** Bounds of figures, for options and documents alike; apart from any schema, so that a start does without them. */

/** Largest figure where nothing narrower holds: a thousand times the busiest service, far inside exact doubles. */
export const MOST = 1e12;
/** Of a weight or a share above zero: only proportions count, and nobody means a billion billion to one. */
export const LEAST_WEIGHT = 1e-9;
export const MOST_WEIGHT = 1e9;
/** Of a task's share, which is given back as its part of the whole. */
export const LEAST_SHARE = 1e-21;
/** Benchmark results of any scale; a percentage has bounds of its own. */
export const MOST_RESULT = 1e6;
/** No image format in use holds more pixels on a side. */
export const LARGEST_IMAGE_SIDE = 65_535;
/** Takes about a second; a share is then known to a tenth of a point. */
export const MOST_DRAWS = 1_000_000;
/** The generator starts from 32 bits. */
export const LARGEST_SEED = 2 ** 32 - 1;
/** Entries of a list or a record: far more than any project has, few enough to be looked at one against the other. */
export const MOST_ENTRIES = 1000;
