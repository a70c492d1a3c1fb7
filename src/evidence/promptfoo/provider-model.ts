/** From the id of one of promptfoo's providers to the model behind it. */

export interface ProviderModel {
  /** As the vendor names it. */
  model: string;
  /** Who serves it, where that is not its own vendor. */
  platform: string | null;
}

/** Providers whose id names something else than a model: a deployment, a file, a program, an address. */
const NO_MODEL =
  /^(?:azure(?:openai)?:|echo$|file:|exec:|python:|golang:|ruby:|https?:|webhook:|ws:|wss:|package:|browser)/i;

/**
 * The model is what stands after the last colon; a fine-tuned model's id has colons of its own. Null where the id
 * names no model.
 */
export function modelOfProvider(id: string): ProviderModel | null {
  if (NO_MODEL.test(id)) return null;
  const tuned = /(?:^|:)(ft:.+)$/.exec(id)?.[1];
  if (tuned !== undefined) return { model: tuned, platform: null };
  const router = /^openrouter:(?:[^:/]+\/)?([^:/]+)$/.exec(id)?.[1];
  if (router !== undefined) return { model: router, platform: "openrouter" };
  const vendor = id.slice(0, Math.max(0, id.indexOf(":")));
  const model = id.slice(id.lastIndexOf(":") + 1);
  return vendor === "" || !/^[A-Za-z0-9][\w.-]*$/.test(model) ? null : { model, platform: null };
}
