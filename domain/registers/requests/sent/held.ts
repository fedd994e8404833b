import type { HeldField, NothingHeld } from "../../../work/held.ts";

/** What lies of the public form, before and after somebody accepted it. */
export const heldInSent: readonly HeldField[] = [
  {
    what: "What somebody sent by the form on the web",
    where: "Requests, “Sent by the form”, for managers and the lead",
    form: "Names, a birth date where it was given, where the answer goes, and what was written, as it was sent; in no event, no reminder, no list and no export",
    why: "A request counts from the day it came, also before somebody has looked at it (UK GDPR Art 12)",
    kept: "what was accepted, as long as the name of its request; what was refused, 30 days; then it is cleared",
    columns: ["name", "forName", "born", "reach", "wants"].map((column) => `sent_requests.${column}`),
    counts: "sent_requests.name",
    since: ["sent_requests.receivedAt"],
    tells:
      "If you write to us by the form on our web page, we keep what you wrote until somebody has looked at it; if it becomes a request, as long as your name is kept with it, and otherwise 30 days.",
  },
  {
    what: "Why something that was sent by the form is no request",
    where: "Requests, “Sent by the form”, for managers and the lead",
    form: "A sentence that is refused where it is seen to name a patient",
    why: "To show why nothing came of it",
    kept: "for good",
    columns: ["sent_requests.reason"],
    since: ["sent_requests.at"],
  },
];

export const nothingInSent: NothingHeld = {
  sent_requests: {
    "Which right, by which way, and when": ["kind", "whom", "way", "receivedOn", "receivedAt", "limitOn"],
    "What staff read and did": ["state", "request", "why", "by", "at", "clearedAt"],
  },
};
