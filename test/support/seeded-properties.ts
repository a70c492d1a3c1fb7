/**
 * Properties are tried on the same cases on every run, so that a change is judged by what it changes. Other cases:
 * `PROPERTY_SEED=1 npm test`; `PROPERTY_SEED=random` takes new ones every time.
 */
import fc from "fast-check";

const USUAL_SEED = 20261122;

const asked = process.env["PROPERTY_SEED"];
if (asked !== "random") fc.configureGlobal({ seed: Number(asked ?? USUAL_SEED) });
