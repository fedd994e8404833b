import { posix } from "node:path";
import { importsOf } from "./imports.ts";
import type { Source } from "./sources.ts";

/** Folders of one part of the project, the lowest first: each imports itself and what stands before it. */
interface Layers {
  readonly within: string;
  readonly alias?: string;
  readonly order: readonly (readonly string[])[];
}

/** Who may import whom by folder (ARCHITECTURE.md). A folder that no layer names is above them all. */
const layers: readonly Layers[] = [
  { within: "domain/", alias: "#domain/", order: [["base"], ["detector"]] },
  {
    within: "pb_hooks/src/",
    order: [
      ["base"],
      ["ledger"],
      ["clinic"],
      ["figures"],
      ["people"],
      ["acts"],
      ["story", "imports"],
      ["registers"],
      ["work"],
      ["web", "example"],
    ],
  },
  {
    within: "dashboard/src/lib/",
    alias: "#lib/",
    order: [
      ["format", "api", "state"],
      ["components", "moment"],
      ["charts", "export", "imports"],
      ["registers"],
    ],
  },
];

/** Each import of these files that goes up a layer, as a sentence. */
export function upwardImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const part = layers.find(({ within }) => source.path.startsWith(within));
    if (!part) return [];
    const from = layerOf(part, source.path);
    if (from === undefined) return [];
    return importsOf(source)
      .map((target) => fileOf(part, source.path, target))
      .filter((target): target is string => target?.startsWith(part.within) === true)
      .filter((target) => (layerOf(part, target) ?? above(part, target)) > from)
      .map((target) => `${source.path} imports ${target}, which stands above it`);
  });
}

function layerOf({ within, order }: Layers, path: string): number | undefined {
  const folder = path.slice(within.length).split("/", 1)[0] ?? "";
  const at = order.findIndex((some) => some.includes(folder));
  return at < 0 ? undefined : at;
}

/** A file that lies in no folder of a layer is everybody's; another folder is nobody's below it. */
const above = ({ within, order }: Layers, path: string): number =>
  path.slice(within.length).includes("/") ? order.length : -1;

function fileOf({ within, alias }: Layers, from: string, target: string): string | undefined {
  if (alias !== undefined && target.startsWith(alias)) return within + target.slice(alias.length);
  return target.startsWith(".") ? posix.join(posix.dirname(from), target) : undefined;
}
