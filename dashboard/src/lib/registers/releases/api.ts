import * as z from "zod/mini";
import { releaseAnswer } from "#domain/registers/releases/answer";
import { ask } from "#lib/api/client.ts";

/** Who may be told what about a record. Each answer is on the record. */
export const askRelease = (reference: string, system: string) =>
  ask(releaseAnswer, "release-answer", {
    method: "POST",
    body: { reference, ...(system !== "" && { system }) },
  });

const people = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Names of who works here now. */
export const whoWorksHere = async () => (await ask(people, "colleagues")).people;
