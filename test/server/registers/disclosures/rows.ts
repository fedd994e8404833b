import type { TestServer } from "../../../support/server/server.ts";
import { act } from "../../people/clinic.ts";

interface Who {
  readonly token: string;
}

/** Police without an order: it goes to the lead. */
export const policeAsk = {
  answers: {
    ...{ asker: "police", verified: "no", purpose: "crime", what: "whether", decision: "nothing" },
    ...{ law: "allows", danger: "no" },
  },
  asked: "Whether somebody came on one day.",
};

/** A question that waits for the lead, by its id. */
export async function newShare(server: TestServer, who: Who, more: object = {}): Promise<string> {
  const { status, body } = await act(server, who.token, "shares.record", { ...policeAsk, ...more });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}
