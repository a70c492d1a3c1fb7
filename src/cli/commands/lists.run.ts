/** The work of the commands that list: tasks, use cases, and what the catalog holds. */
import type { AssumedBy } from "../../answers/lists/listing.ts";
import { presentModel } from "../../answers/lists/model.ts";
import { presentModels } from "../../answers/lists/models.ts";
import { presentTasks } from "../../answers/lists/tasks.ts";
import { presentUseCases } from "../../answers/lists/use-cases.ts";
import {
  additionsTo,
  presentValidation,
  summariseCatalog,
} from "../../answers/lists/validation.ts";
import { questionOf } from "../../ask.ts";
import { decide, leadOfPick } from "../../decision/decision.ts";
import type { Layer } from "../../question/index.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Requirements } from "../../schema/requirements.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { readWord } from "../../typed/word.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf } from "../evidence.ts";
import type { CATALOG_OPTIONS, DAY_OPTIONS } from "../options/common.ts";
import type { Presented } from "../presented.ts";
import { knownModel } from "../question.ts";

type Listing = Invocation<typeof CATALOG_OPTIONS>;
type DatedListing = Invocation<typeof CATALOG_OPTIONS & typeof DAY_OPTIONS>;

export async function listTasks({ operands: [typed], options, io }: Listing): Promise<Presented> {
  const catalog = await openCatalogFor(options, io);
  const only = knownId(typed, catalog.tasks, "tasks");
  const assumedBy = assumedOn(catalog, io.today, (task) => ({ task }));
  return { presentation: presentTasks(catalog, assumedBy, only) };
}

export async function listUseCases({
  operands: [typed],
  options,
  io,
}: Listing): Promise<Presented> {
  const catalog = await openCatalogFor(options, io);
  const only = knownId(typed, catalog.useCases, "use-cases");
  const assumedBy = assumedOn(catalog, io.today, (useCase) => ({ useCase }));
  return { presentation: presentUseCases(catalog, assumedBy, only) };
}

/** @throws Failure (usage) for an entry that is not there, with what was probably meant */
function knownId(
  typed: string | undefined,
  entries: readonly { id: string }[],
  where: string,
): string | null {
  if (typed === undefined) return null;
  const ids = entries.map(({ id }) => id);
  return readWord(typed, where, ids);
}

/** What each entry stands for today, and who is picked for it by its points alone. */
function assumedOn(
  catalog: Catalog,
  asOf: IsoDate,
  documentOf: (id: string) => Requirements,
): AssumedBy {
  return (id) => {
    const layer: Layer = { from: "flag", document: documentOf(id), originOf: () => id };
    const { need, sheets } = questionOf([layer], { catalog, asOf });
    const decision = decide(need, sheets);
    const [pick] = decision.ranking;
    return {
      need,
      pick: pick?.assessment.candidate.name ?? null,
      tie: leadOfPick(decision)?.tie ?? false,
    };
  };
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
  return { presentation: presentModel(catalog, id, readAsOf(options, io)), isLong: true };
}

/** Brings every check of a catalog along. */
export async function validateCatalogs({ operands, options, io }: Listing): Promise<Presented> {
  const { validateCatalog } = await import("../validate-catalog.ts");
  const { catalog, files, base } = await validateCatalog(operands, options, io);
  const additions = base === null ? [] : additionsTo(base, catalog);
  const summary = summariseCatalog(catalog, io.today);
  return { presentation: presentValidation(summary, files, additions) };
}
