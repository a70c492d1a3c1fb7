/** Every group of traits a comparison shows, in its order: endings first. */
import type { TraitGroup } from "../trait.ts";
import { accuracy } from "./accuracy.ts";
import { api } from "./api.ts";
import { cost } from "./cost.ts";
import { alignment, architecture, devices, pretraining, safety } from "./descriptions.ts";
import { images } from "./images.ts";
import { lifecycle } from "./lifecycle.ts";
import { limits } from "./limits.ts";
import { modalities } from "./modalities.ts";
import { residency } from "./residency.ts";
import { size } from "./size.ts";
import { speed } from "./speed.ts";
import { uses } from "./uses.ts";

export const TRAIT_GROUPS = [
  lifecycle,
  cost,
  speed,
  accuracy,
  limits,
  modalities,
  images,
  api,
  architecture,
  pretraining,
  alignment,
  safety,
  size,
  devices,
  residency,
  uses,
] as const satisfies readonly TraitGroup[];
