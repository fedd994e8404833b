import type { Plugin } from "vite";

/** Where the first screen begins: what stands on every page, and what the first page adds. */
const roots = {
  base: [
    "src/hooks.client.ts",
    "src/routes/+layout.svelte",
    "src/routes/+layout.ts",
    "src/routes/+error.svelte",
  ],
  today: [
    "src/routes/(house)/+layout.svelte",
    "src/routes/(house)/+layout.ts",
    "src/routes/(house)/+error.svelte",
    "src/routes/(house)/+page.svelte",
    "src/routes/(house)/+page.ts",
  ],
} as const;

/** SvelteKit finds these by their own names. */
const ofKit = /\/runtime\/client\/(?:client-entry|entry)\.js$|app-manifest/;
/** What is there before anything else of SvelteKit may run, and so stands apart. */
const start = /\/runtime\/client\/payload\.js$|vite\/preload-helper/;

type Group = { readonly name: string; readonly test: (id: string) => boolean };

/**
 * What the first screen needs comes in two files instead of some sixty: what each of them imports, as the bundler has
 * read it. All else stays split as the bundler splits it.
 */
export function firstScreen(root: string): { readonly plugin: Plugin; readonly groups: Group[] } {
  const names = Object.keys(roots) as (keyof typeof roots)[];
  const within = new Map(names.map((name) => [name, new Set<string>()]));
  const plugin: Plugin = {
    name: "first-screen",
    applyToEnvironment: ({ name }) => name === "client",
    buildEnd() {
      for (const name of names) {
        const ids = within.get(name) ?? new Set();
        ids.clear();
        const walk = (id: string): void => {
          if (ids.has(id)) return;
          ids.add(id);
          for (const next of this.getModuleInfo(id)?.importedIds ?? []) walk(next);
        };
        for (const file of roots[name]) walk(root + file);
      }
    },
  };
  const parts = names.map((name) => ({
    name,
    test: (id: string) => within.get(name)?.has(id) === true && !ofKit.test(id),
  }));
  return { plugin, groups: [{ name: "start", test: (id) => start.test(id) }, ...parts] };
}
