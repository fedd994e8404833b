import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { judge } from "#domain/detector/judge";
import { read } from "#reading/read";
import { eyesOfNode } from "./eyes.ts";
import { fileBlob } from "./file-blob.ts";
import { type Judged, judgedBy, notRead, reasonOf } from "./judged.ts";

/** What this process is asked: one file at a time. */
export interface Ask {
  /** Bytes of its name. */
  readonly path: Uint8Array;
  /** Time that reading may take. */
  readonly milliseconds: number;
  /** Whether each kind's part in the score is asked for. */
  readonly why: boolean;
}

/** What it answers: that it is ready, once, and then a verdict for each file. */
export type Answer = "ready" | Judged;

const eyes = eyesOfNode();

const answer = (what: Answer) => process.send?.(what);

// What PDF.js lets fall after a file's end concerns nobody; a browser's worker goes on in the same way.
process.on("unhandledRejection", () => undefined);

process.on("message", async (ask: Ask) => answer(await judged(ask)));
answer("ready");

async function judged({ path, milliseconds, why }: Ask): Promise<Judged> {
  const begun = performance.now();
  let file: number;
  try {
    // Without waiting: what was a file when the folder was read may be a pipe by now.
    file = openSync(Buffer.from(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (problem) {
    return notRead(reasonOf(problem));
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return notRead("not-a-file");
    const verdict = judge(await read(fileBlob(file, 0, found.size), { milliseconds, eyes }), {});
    return judgedBy(verdict, found.size, performance.now() - begun, why);
  } catch {
    // As the extension's worker does: a bug on one document is an answer too.
    return notRead("damaged", fstatSync(file).size, performance.now() - begun);
  } finally {
    closeSync(file);
  }
}
