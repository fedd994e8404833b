import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { policyHost, serverOrigin } from "#domain/rollout/asked";
import { Refusal, runMain } from "./base/refusal.mjs";
import { root } from "./base/root.mjs";
import { build } from "./build.mjs";
import { lastUrl } from "./folder/folder.mjs";
import { keyAskedFor } from "./folder/keys.mjs";
import {
  type Built,
  builtIn,
  handedOut,
  nextPackages,
  sha256,
  storePackages,
  writePackages,
} from "./packaging/packages.ts";
import { dataPaths } from "./serving/server.mjs";

const usage = [
  "Use: npm run -s package [-- --out DIR]",
  "  or npm run -s package -- --data DIR [--url https://…] [--mail-host HOST]…",
].join("\n");

await runMain(async () => {
  const given = options();
  if (given.built === undefined) await build(["extension"]);
  const built = builtIn(resolve(given.built ?? join(root, "dist", "extension")));
  if (given.data === undefined) {
    const out = resolve(given.out ?? join(root, "dist", "packages"));
    return said(out, storePackages(built));
  }
  ownOf(built, given.data, given);
});

/** Makes the clinic's own files in its data folder, where its server hands them out. */
function ownOf(built: Built, data: string, given: ReturnType<typeof options>): void {
  const paths = dataPaths(data);
  if (!existsSync(paths.database))
    throw new Refusal(`There is no clinic in ${paths.data}: name its folder with --data DIR.`);
  const serverUrl = serverOrigin.safeParse(given.url ?? lastUrl(data));
  if (!serverUrl.success)
    throw new Refusal("Name the address that the clinic’s browsers reach the server by: --url https://…");
  const hosts = given["mail-host"] ?? [];
  for (const host of hosts)
    if (!policyHost.safeParse(host).success) throw new Refusal(`"${host}" is no host.`);
  const before = handedOut(paths.extension);
  const key = keyAskedFor(paths.keys, "extension.key", { used: before !== undefined });
  said(paths.extension, nextPackages(built, { serverUrl: serverUrl.data, hosts }, key, before));
  console.error(
    [
      `Made for ${serverUrl.data}, which hands them out under /extension/.`,
      "The key lies in the folder keys, which is in no backup of PocketBase: copy it. Who loses it has to roll out anew.",
      "Not signed by Mozilla: the file for Firefox works in Firefox ESR alone.",
    ].join("\n"),
  );
}

function said(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  writePackages(folder, files);
  for (const [name, bytes] of files) console.log(`${sha256(bytes)}  ${join(folder, name)}`);
}

function options() {
  try {
    return parseArgs({
      options: {
        out: { type: "string" },
        data: { type: "string" },
        url: { type: "string" },
        "mail-host": { type: "string", multiple: true },
        /** Of the built extension, other than dist/extension. */
        built: { type: "string" },
      },
    }).values;
  } catch {
    throw new Refusal(usage);
  }
}
