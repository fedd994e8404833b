import { portableFile } from "#domain/registers/requests/portable";
import { looksAnswer, requestAnswer, requestNameAnswer } from "#domain/registers/requests/request-row";
import { ask } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";

/** One request with all that was entered of it; undefined where there is none that the reader may see. */
export async function readRequest(id: string) {
  try {
    return await ask(requestAnswer, "request", { query: { id } });
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "not-found") return undefined;
    throw thrown;
  }
}

/** Who asks: the reading is recorded. */
export const readName = (id: string) => ask(requestNameAnswer, "request-name", { query: { id } });

/** When the record was looked at, for the letter to the patient. */
export const readLooks = (id: string) => ask(looksAnswer, "request-looks", { query: { id } });

/** What is held of the record, to take along: parsed, so that nothing leaves that the form does not name. */
export const readPortable = (id: string) => ask(portableFile, "request-portable", { query: { id } });
