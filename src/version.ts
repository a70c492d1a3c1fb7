/** The version of this program, taken from its manifest; the build writes it into the bundle. */
import manifest from "../package.json" with { type: "json" };

export const { version } = manifest;
