/** How bad a change of a request is, without any schema: a page knows it too. */

/** What happens to a request that is sent unchanged, worst first. */
export const SEVERITIES = ["fails", "changes-meaning", "changes-price", "check"] as const;
export type Severity = (typeof SEVERITIES)[number];
