import { Unreadable } from "#reading/budget";
import { readPdfFields } from "#reading/formats/pdf/fields";
import type { FilledAnswer } from "./read-filled.ts";

/** Long enough for any form, in milliseconds. */
const within = 15_000;

/** Reads a form where nobody waits for it: PDF.js is fetched and run here, and ended with the worker. */
self.addEventListener("message", async ({ data }: MessageEvent<{ readonly file: File }>) => {
  const answer = (said: FilledAnswer): void => self.postMessage(said);
  try {
    answer({ fields: [...(await readPdfFields(data.file, within))] });
  } catch (thrown) {
    answer({ refused: thrown instanceof Unreadable ? thrown.reason : "damaged" });
  }
});
