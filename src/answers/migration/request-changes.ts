/** Request changes of a migration: the parameters of a request, one row each, worst first. */
import { type Fact, evidenceOf } from "../../facts/claims.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import type { RequestParameter } from "../../schema/model.ts";
import {
  type Feature,
  REQUEST_PARAMETERS,
  type RequestEndpoint,
  type RequestParameterName,
  SEVERITIES,
  type Severity,
} from "../../schema/vocabulary.ts";
import type { RequestChange } from "./schema.ts";

export interface SentRequest {
  /** Null where nobody said what a request holds. */
  sends: readonly RequestParameterName[] | null;
  endpoint: RequestEndpoint;
}

/** Parameters that are of use only with a feature of the model. */
const FEATURE_OF: Partial<Record<RequestParameterName, Feature>> = {
  audio: "audio-input",
  functions: "function-calling",
  images: "vision",
  prediction: "predicted-outputs",
  prompt_cache_options: "prompt-caching",
  response_format: "structured-outputs",
  stream: "streaming",
  tool_choice: "function-calling",
  tools: "function-calling",
};

/** Said only of requests that are known to hold them: most hold none. */
const RARE: readonly RequestParameterName[] = ["images", "prompt"];

/** Rows the old model would have had too are left out. */
export function requestChanges(
  from: FactSheet,
  to: FactSheet,
  request: SentRequest,
): RequestChange[] {
  return REQUEST_PARAMETERS.flatMap((name): RequestChange[] => {
    const sent = request.sends === null ? null : isSent(name, request.sends);
    if (sent !== true && RARE.includes(name)) return [];
    const stated = parameterFact(to, name);
    const rows = stated.value === null ? [] : [{ fact: stated, value: stated.value }];
    const isOld = rows.some(({ value }) => isSame(value, parameterFact(from, name).value));
    const feature = FEATURE_OF[name];
    const lacking = feature !== undefined && sent === true ? missingFeature(to, feature) : null;
    return [
      ...(isOld
        ? []
        : rows.flatMap(({ fact, value }) => changeOf(name, value, fact, sent, to, request))),
      ...(lacking === null ? [] : [featureChange(name, lacking.feature, lacking.fact)]),
    ];
  }).toSorted(
    (a, b) =>
      standing(a) - standing(b) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      REQUEST_PARAMETERS.findIndex((name) => name === a.parameter) -
        REQUEST_PARAMETERS.findIndex((name) => name === b.parameter),
  );
}

/** Who sends a parameter under its old name sends the new one next. */
const RENAMED: Partial<Record<RequestParameterName, RequestParameterName>> = {
  max_completion_tokens: "max_tokens",
};

function isSent(name: RequestParameterName, sends: readonly RequestParameterName[]): boolean {
  const old = RENAMED[name];
  return sends.includes(name) || (old !== undefined && sends.includes(old));
}

/** Changes somebody has to make: of what is sent, or of every request; all of them where nobody said what is sent. */
export function changesNeeded(changes: readonly RequestChange[]): RequestChange[] {
  return changes.filter((change) => change.severity !== "check" && standing(change) < 2);
}

/** What is sent, and what concerns every request, before what is known not to be sent. */
function standing({ sent, whenOmitted }: RequestChange): number {
  if (sent === true || whenOmitted) return 0;
  return sent === null ? 1 : 2;
}

function parameterFact(sheet: FactSheet, name: RequestParameterName): Fact<RequestParameter> {
  return sheet.plain(`requestParameters.${name}`);
}

function isSame(a: RequestParameter, b: RequestParameter | null): boolean {
  return b !== null && JSON.stringify(a) === JSON.stringify(b);
}

function changeOf(
  name: RequestParameterName,
  value: RequestParameter,
  fact: Fact<RequestParameter>,
  sent: boolean | null,
  { effort }: FactSheet,
  { endpoint }: SentRequest,
): RequestChange[] {
  const severity = severityOf(value, effort, endpoint);
  const { chosen } = fact;
  if (severity === null || chosen === null) return [];
  // Whoever sends the parameter has left nothing out.
  if (value.whenOmitted === true && sent === true) return [];
  return [
    {
      parameter: name,
      severity,
      sent,
      whenOmitted: value.whenOmitted === true,
      replacedBy: value.whenOmitted === true ? effort : (value.replacedBy ?? null),
      advice: value.advice,
      evidence: [
        ...new Set([chosen.claim.source, ...fact.statements.map(({ claim }) => claim.source)]),
      ],
      observed: chosen.claim.observed,
      disputed: fact.disputedBy.length > 0,
      unverified: chosen.claim.unverified === true,
    },
  ];
}

/** Null where nothing changes: accepted as before, or the condition has nothing to do with the request. */
function severityOf(
  { accepted, with: condition, endpoint: where, changes }: RequestParameter,
  effort: string | null,
  endpoint: RequestEndpoint,
): Severity | null {
  if (where !== undefined && where !== endpoint) return null;
  if (accepted === "no") return "fails";
  if (accepted === "only-with") {
    const holds =
      (condition?.effort === undefined || condition.effort === effort) &&
      (condition?.endpoint === undefined || condition.endpoint === endpoint);
    return holds ? "check" : "fails";
  }
  if (changes === "price") return "changes-price";
  // Without hidden reasoning a limit on it limits nothing more than before.
  if (changes === "meaning") return effort === "none" ? null : "changes-meaning";
  return null;
}

function missingFeature(
  to: FactSheet,
  feature: Feature,
): { feature: Feature; fact: Fact<boolean> } | null {
  const fact = to.plain(`features.${feature}`);
  return fact.value === false ? { feature, fact } : null;
}

function featureChange(
  name: RequestParameterName,
  feature: Feature,
  fact: Fact<boolean>,
): RequestChange {
  return {
    parameter: name,
    severity: "fails",
    sent: true,
    whenOmitted: false,
    replacedBy: null,
    advice: `do without it: the model does not offer ${feature}`,
    evidence: evidenceOf([fact]),
    observed: fact.chosen?.claim.observed ?? "",
    disputed: fact.disputedBy.length > 0,
    unverified: fact.chosen?.claim.unverified === true,
  };
}
