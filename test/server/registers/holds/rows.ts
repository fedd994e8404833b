import { clinicDay } from "../../../support/clinic-time.ts";
import type { TestServer } from "../../../support/server/server.ts";
import { act } from "../../people/clinic.ts";

interface Who {
  readonly id: string;
  readonly token: string;
}

/** The civil date so many days after today, by UTC's calendar. */
export const inDays = (days: number): string => clinicDay(days);

export const heldBy = (authoriser: string) => ({
  purpose: "complaint",
  causeKind: "complaint",
  reference: "CMP-1",
  authoriser,
  reviewOn: inDays(30),
  why: "A complaint needs it.",
});

/** A hold on papers, by its id. */
export async function newHold(server: TestServer, who: Who, more: object = {}): Promise<string> {
  const data = { what: "Appointment book of 2025", ...heldBy(who.id), ...more };
  const { status, body } = await act(server, who.token, "holds.place", data);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}

export const disclosureOf = (decidedBy: string) => ({
  receiver: "police",
  organisation: "Kent Police",
  reference: "46-2214",
  form: "form",
  askedOn: inDays(-3),
  asked: "Who had the key on one evening.",
  outcome: "given",
  minimum: "One line of the list alone.",
  given: "One line of the key list.",
  others: "blurred",
  ground: "order",
  checked: "back",
  how: "hand",
  day: inDays(-1),
  decidedBy,
});

export async function newDisclosure(server: TestServer, who: Who, more: object = {}): Promise<string> {
  const { status, body } = await act(server, who.token, "disclosures.add", {
    ...disclosureOf(who.id),
    ...more,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}
