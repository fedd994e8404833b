import type { Paper } from "../paper.ts";
import { textOf } from "../text-of.ts";
import { type FontFiles, facesFor } from "./faces.ts";
import { fontAddresses } from "./font-addresses.ts";
import { trueType } from "./true-type.ts";

/**
 * The fonts that a paper's words take, from our own server: 0.2 MB as a rule, the emoji only where there are some.
 *
 * @throws {Error} If one can't be fetched.
 */
export async function loadFonts(paper: Paper): Promise<FontFiles> {
  const names = new Set(facesFor(textOf(paper)).flatMap(({ files }) => Object.values(files)));
  return new Map(await Promise.all([...names].map(async (name) => [name, await fetched(name)] as const)));
}

async function fetched(name: string): Promise<Uint8Array> {
  const address = fontAddresses[name];
  if (address === undefined) throw new Error(`no address for ${name}`);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`font not fetched: ${answer.status}`);
  return trueType(new Uint8Array(await answer.arrayBuffer()));
}
