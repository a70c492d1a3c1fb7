/** Bundles the script of the interactive report: the engine, the charts and the page at work, for a browser. */
import path from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import manifest from "../package.json" with { type: "json" };
import { licenceNotices } from "./notices.ts";

const ROOT = path.join(import.meta.dirname, "..");

export interface PageScript {
  text: string;
  metafile: Metafile;
}

/** Browsers of the last years: what the page's styles ask for too. */
const BROWSERS = ["chrome115", "firefox115", "safari16.4"];

export async function bundlePage(): Promise<PageScript> {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(ROOT, "src/report/browser/entry.ts")],
    bundle: true,
    minify: true,
    // A module waits for its data to be unpacked.
    format: "esm",
    platform: "browser",
    target: BROWSERS,
    // The report holds it as text: what ends a script element is written so that it does not.
    supported: { "inline-script": false },
    legalComments: "none",
    absWorkingDir: ROOT,
    metafile: true,
    plugins: [versionAlone],
    write: false,
    logLevel: "warning",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("the page has no script");
  return { text: `${script.text.trim()}\n${await licenceComment(metafile)}`, metafile };
}

/** Of the manifest no more than its version: the rest is nothing for a reader. */
export const versionAlone: Plugin = {
  name: "of the manifest the version alone",
  setup(building) {
    const file = path.join(ROOT, "package.json");
    building.onLoad({ filter: /package\.json$/ }, ({ path: asked }) =>
      asked === file
        ? { contents: JSON.stringify({ version: manifest.version }), loader: "json" }
        : undefined,
    );
  },
};

/** The licences travel with every report: it is a copy of what they cover. */
async function licenceComment(metafile: Metafile): Promise<string> {
  const notices = await licenceNotices(metafile, ROOT);
  // Line ends as a browser reads them: the page's policy knows the script by its digest.
  const lines = notices.replaceAll("\r\n", "\n");
  return `/*!\n${lines.replaceAll("*/", "* /").replaceAll("<", "(")}*/`;
}
