/** Requirements files of a profile: one a group, each with what it was profiled from. */
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Profile, ProfiledGroup } from "../../answers/profile/schema.ts";
import { toYaml } from "../../question/exported-question.ts";
import { usageFailure } from "../../schema/failure.ts";
import { count, decimal } from "../../words/figures.ts";
import type { Io } from "../io.ts";
import { deliverText } from "../output.ts";

/** A folder takes a file a group; a file's name is for one group. */
export async function writeRequirements(
  profile: Profile,
  sources: readonly string[],
  destination: string,
  io: Io,
): Promise<void> {
  const written = profile.groups.filter(({ requirements }) => requirements !== null);
  const isFile = /\.(?:ya?ml|json)$/i.test(destination);
  if (isFile && written.length > 1) {
    throw usageFailure(
      `${written.length} requirements files do not fit into one`,
      `--output ${destination}`,
      "name a folder, or group with --by none",
    );
  }
  if (isFile) {
    const [only] = written;
    if (only !== undefined) await deliverText(documentOf(only, profile, sources), destination, io);
    return;
  }
  const folder = path.resolve(io.cwd, destination);
  if ((await stat(folder).catch(() => null))?.isFile() === true) {
    throw usageFailure("is a file", `--output ${destination}`, "name a folder");
  }
  await mkdir(folder, { recursive: true });
  const names = new Set<string>();
  for (const group of written) {
    const name = fileName(group, names);
    await deliverText(documentOf(group, profile, sources), path.join(folder, name), io);
  }
}

function fileName({ group, serviceTier, tierShare }: ProfiledGroup, taken: Set<string>): string {
  const tier = tierShare < 1 ? `-${serviceTier}` : "";
  const slug = (group ?? "unnamed").replaceAll(/[^\w.-]+/g, "-").replace(/^[.-]+/, "");
  for (let number = 1; ; number++) {
    const name = `${slug === "" ? "group" : slug}${tier}${number === 1 ? "" : `-${number}`}.yaml`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function documentOf(group: ProfiledGroup, profile: Profile, sources: readonly string[]): string {
  const [inUse, ...others] = group.inUse;
  const models = group.inUse.map(({ model }) => model ?? "unknown").join(", ");
  const of = group.group === null ? "" : `, ${profile.grouping} ${group.group}`;
  const spoken = profile.from === null ? "" : ` from ${profile.from} (UTC)`;
  return [
    `# profiled from ${sources.map((file) => path.basename(file)).join(", ")}${of}: ${daysText(profile.days)}${spoken}`,
    `# in use: ${models}`,
    ...(inUse === undefined || others.length > 0 || inUse.catalogModel === null
      ? []
      : [`# locked only while that is the pick: pick-model lock -r FILE --expect ${inUse.model}`]),
    "# quality and latency are not in a bill: add quality, latency and task",
    ...(group.requirements?.workload?.cachedAsBilled === true
      ? ["# cached tokens are what was billed, not a prefix that every request has"]
      : []),
    ...(group.peakRequestsPerMinute === null
      ? []
      : [
          `# busiest minute: ${count(group.peakRequestsPerMinute)} requests; with your usage tier: rateLimits: { usageTier: 1, peakRequestsPerMinute: ${group.peakRequestsPerMinute} }`,
        ]),
    toYaml(group.requirements ?? {}),
  ].join("\n");
}

/** `1 day`, `2.5 days`. */
export function daysText(days: number): string {
  const text = decimal(days, 1).replace(/\.0$/, "");
  return `${text} day${text === "1" ? "" : "s"}`;
}
