import { posix } from "node:path";
import { computed, importsOf } from "./imports.ts";
import type { Source } from "./sources.ts";

interface Direction {
  /** The folders whose files it may import. */
  readonly folders: readonly string[];
  /** The packages it may import. */
  readonly packages: RegExp;
  /** The single files outside these folders that it may read. */
  readonly files?: readonly string[];
}

const any = /^/;
const nothing = /^(?!)/;
const notNode = /^(?!node:)/;

/** Who may import whom (DESIGN.md 3). What is not allowed here is forbidden. */
const directions: readonly (readonly [path: RegExp, direction: Direction])[] = [
  [/^domain\//, { folders: ["domain"], packages: /^zod\/mini$/ }],
  [/^reading\//, { folders: ["reading", "domain"], packages: notNode }],
  [
    /^(extension|dashboard)\/[\w.-]+\.config\.ts$/,
    {
      folders: [],
      packages: any,
      files: ["package.json", ".", "dashboard/first-screen.config.ts", "scripts/building/shipped.mjs"],
    },
  ],
  [
    /^extension\//,
    { folders: ["extension", "reading", "domain"], packages: notNode, files: ["package.json"] },
  ],
  [/^dashboard\//, { folders: ["dashboard", "reading", "domain"], packages: notNode }],
  [/^pb_hooks\/src\//, { folders: ["pb_hooks", "domain"], packages: notNode, files: ["package.json"] }],
  [/^pb_hooks\//, { folders: [], packages: /^\(the hooks' own bundle\)$/ }],
  [/^pb_migrations\//, { folders: [], packages: nothing }],
  [/^scripts\/.*\.mjs$/, { folders: ["scripts"], packages: /^node:/ }],
  [/^scripts\//, { folders: ["scripts", "reading", "domain"], packages: any }],
  [
    /^test\//,
    {
      folders: ["test", "domain", "reading", "extension", "dashboard", "pb_hooks", "scripts"],
      packages: any,
    },
  ],
];

/** Each import of these files that goes where it may not, as a sentence. */
export function wrongDirections(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const direction = directions.find(([path]) => path.test(source.path))?.[1];
    if (!direction) return [`${source.path} lies outside the layout`];
    const wrong = importsOf(source).filter((target) => !allowed(source, target, direction));
    return wrong.map((target) => `${source.path} may not import ${target}`);
  });
}

function allowed(
  { path, text }: Source,
  target: string,
  { folders, packages, files = [] }: Direction,
): boolean {
  if (target === computed) return computedAllowed(path, text);
  const file = fileOf(path, target);
  if (file === undefined) return packages.test(target);
  if (target.startsWith("#domain/") && path.startsWith("domain/")) return false; // the domain runs where no alias is known
  return files.includes(file) || folders.includes(file.split("/", 1)[0] ?? "");
}

/** The one form in which a registering hook loads the bundle beside it, in the words of PocketBase's engine. */
const loadsBundle = /^require\(`\$\{__hooks\}\/(?:boot|server)\.js`\)$/;

/** Tests and the tools' settings load what they like; a registering hook loads its bundle. */
function computedAllowed(path: string, text: string): boolean {
  if (/^test\/|\.config\.ts$/.test(path)) return true;
  const loads = text.match(/\brequire\([^)]*\)/g) ?? [];
  return /^pb_hooks\/[\w-]+\.pb\.js$/.test(path) && loads.every((load) => loadsBundle.test(load));
}

/** The file of ours that an import names, from the project's root; undefined for a package. */
function fileOf(from: string, target: string): string | undefined {
  if (target.startsWith("#domain/")) return `domain/${target.slice("#domain/".length)}`;
  if (target.startsWith("#reading/")) return `reading/${target.slice("#reading/".length)}`;
  if (target.startsWith("#lib/")) return `dashboard/src/lib/${target.slice("#lib/".length)}`;
  if (target.startsWith(".")) return posix.join(posix.dirname(from), target);
  return target.startsWith("/") || target.startsWith("file:") ? target : undefined;
}
