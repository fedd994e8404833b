import { sentAnswer } from "#domain/registers/requests/sent/sent-row";
import { ask } from "#lib/api/client.ts";

/** What somebody sent by the form: the reading is recorded. */
export const readSent = (id: string) => ask(sentAnswer, "sent-request", { query: { id } });
