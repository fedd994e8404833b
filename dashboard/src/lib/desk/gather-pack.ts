import type { PackPlan } from "#domain/work/evidence-pack";
import { Problem } from "#lib/api/problem.ts";
import type { Step } from "#lib/export/evidence-pack.ts";
import { PackFiles, tooLarge } from "#lib/export/pack-files.ts";
import type { PackWork, PartOfPack } from "#lib/export/pack-work.ts";
import { packIncidents } from "#lib/registers/incidents/pack.ts";
import { packReviews } from "#lib/registers/reviews/pack.ts";
import { ledgerBytes } from "./evidence-pack-api.ts";

/** How far the making is. */
export type Progress = (done: number, of: number, what: string) => void;

/** Who fetches and renders the part of a register, by its key; a register that gives files alone needs nobody. */
const parts: Readonly<Record<string, PartOfPack>> = { incidents: packIncidents, reviews: packReviews };

/** Fetches and renders all that a plan names. */
export async function gatherPack(
  plan: PackPlan,
  signal: AbortSignal,
  tell: Progress,
  step: Step,
): Promise<PackFiles> {
  const pack = new PackFiles();
  const works: PackWork[] = [
    ...Object.entries(plan.parts).flatMap(([key, part]) => partOf(key)(part, pack)),
    ["The event log", () => addLedger(pack, signal)],
  ];
  for (const { path, text } of plan.files) pack.add(path, text);
  for (const { what, why } of plan.leftOut) pack.leaveOut(what, why);
  for (const [i, [what, work]] of works.entries()) {
    tell(i, works.length, what);
    await step();
    await work();
  }
  tell(works.length, works.length, "Packing");
  return pack;
}

function partOf(key: string): PartOfPack {
  const found = parts[key];
  if (!found) throw new Error(`nobody renders the part "${key}" of a pack`);
  return found;
}

const path = "ledger/ledger.jsonl";

async function addLedger(pack: PackFiles, signal: AbortSignal): Promise<void> {
  const bytes = await ledgerBytes(pack.room, signal);
  if (bytes === undefined) {
    pack.leaveOut(path, `${tooLarge}; whoever runs the server makes it with: npm run export-events`);
    return;
  }
  // Its last line is the signed head: without it the answer broke off.
  const end = new TextDecoder().decode(bytes.subarray(-2_000)).trimEnd();
  if (!end.slice(end.lastIndexOf("\n") + 1).startsWith('{"head"')) throw new Problem("server-unreachable");
  pack.add(path, bytes);
}
