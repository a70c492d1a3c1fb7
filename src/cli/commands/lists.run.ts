/** The work of the commands that list: tasks, use cases, and what the catalog holds. */
import {
  presentModel,
  presentModels,
  presentTasks,
  presentUseCases,
  presentValidation,
  summariseCatalog,
} from "../../answers/lists/presentation.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf } from "../evidence.ts";
import { knownModel } from "../named-models.ts";
import type { CATALOG_OPTIONS } from "../options/evidence.ts";
import type { DAY_OPTIONS } from "../options/requirements.ts";
import type { Presented } from "../presented.ts";

type Listing = Invocation<typeof CATALOG_OPTIONS>;
type DatedListing = Invocation<typeof CATALOG_OPTIONS & typeof DAY_OPTIONS>;

export async function listTasks({ options, io }: Listing): Promise<Presented> {
  return { presentation: presentTasks(await openCatalogFor(options, io)) };
}

export async function listUseCases({ options, io }: Listing): Promise<Presented> {
  return { presentation: presentUseCases(await openCatalogFor(options, io)) };
}

export async function listModels({ options, io }: DatedListing): Promise<Presented> {
  const catalog = await openCatalogFor(options, io);
  return { presentation: presentModels(catalog, readAsOf(options, io)) };
}

export async function showModel({
  operands: [typed = ""],
  options,
  io,
}: DatedListing): Promise<Presented> {
  const catalog = await openCatalogFor(options, io);
  const id = knownModel(typed, catalog, "catalog show");
  return { presentation: presentModel(catalog, id, readAsOf(options, io)) };
}

/** Brings every check of a catalog along. */
export async function validateCatalogs({ operands, options, io }: Listing): Promise<Presented> {
  const { validateCatalog } = await import("../validate-catalog.ts");
  const catalog = await validateCatalog(operands, options, io);
  return { presentation: presentValidation(summariseCatalog(catalog, io.today)) };
}
