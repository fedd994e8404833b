import { milliseconds, policy } from "#domain/policy";
import { read } from "#reading/read";
import type { ReadAnswer, ReadRequest } from "./messages.ts";
import { prepared } from "./prepare.ts";

/** Reads a policy where nobody waits for it: PDF.js and the screen are fetched and run here. */
const answer = (said: ReadAnswer): void => self.postMessage(said);

self.addEventListener("message", async ({ data }: MessageEvent<ReadRequest>) => {
  try {
    const { file, text = "" } = data;
    const blob = file ?? new Blob([text], { type: "text/plain" });
    const reading = await read(blob, {
      milliseconds: milliseconds(policy.policyReadWithin),
      onProgress: (progress) => answer({ progress: { doing: "reading", ...progress } }),
    });
    answer({ policy: prepared(reading, file?.name ?? "", (progress) => answer({ progress })) });
  } catch (thrown) {
    answer({ refused: thrown instanceof Error ? thrown.message : "This could not be read." });
  }
});
