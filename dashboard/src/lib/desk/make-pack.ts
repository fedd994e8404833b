import type { LeftOut, PackPlan } from "#domain/work/evidence-pack";
import { saveAs } from "#lib/api/client.ts";
import { planPack } from "#lib/desk/evidence-pack-api.ts";
import { evidencePack, type Step } from "#lib/export/evidence-pack.ts";
import { mediaTypes } from "#lib/export/files-of.ts";
import { gatherPack, type Progress } from "./gather-pack.ts";

/** A pack that was made, as the page tells of it. */
export type MadePack = {
  readonly name: string;
  readonly zip: Blob;
  readonly sha256: string;
  /** Files in it, the pack's own three left out. */
  readonly files: number;
  readonly leftOut: readonly LeftOut[];
};

/** Milliseconds of work after which the page is drawn. */
const drawnEvery = 40;

/** Draws the page between pieces of work, and ends the work once it was given up. */
function pausing(signal: AbortSignal): Step {
  let last = performance.now();
  return async () => {
    if (performance.now() - last >= drawnEvery) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    }
    signal.throwIfAborted();
  };
}

/**
 * Makes the evidence pack of a period.
 *
 * @throws {Problem} If the server refuses or is away; whatever `signal` was aborted with.
 */
export async function makePack(
  period: { readonly from: string; readonly to: string; readonly confidential: boolean },
  signal: AbortSignal,
  tell: Progress,
): Promise<MadePack> {
  const step = pausing(signal);
  const plan: PackPlan = await planPack(period);
  const { files, leftOut } = await gatherPack(plan, signal, tell, step);
  const { clinic, timeZone, from, to, madeAt, madeBy, ledger, folders } = plan;
  const about = { clinic, timeZone, from, to, madeAt, madeBy, ledger, leftOut };
  const { parts, sha256 } = await evidencePack({ about, folders, files }, step);
  return {
    name: `evidence-pack-${from}-to-${to}.zip`,
    zip: new Blob([...parts], { type: mediaTypes.zip }),
    sha256,
    files: Object.keys(files).length,
    leftOut,
  };
}

export const savePack = ({ zip, name }: MadePack): void => saveAs(zip, name);
