import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What the register of requests can hold about patients and others who ask. */
export const heldInRequests: readonly HeldField[] = [
  {
    what: "Who asks, and where the answer goes",
    where: "Requests, one request, for those who work the case",
    form: "A name and an address, as they were given; in no event, no reminder, no list and no export",
    why: "The answer has to reach whoever asked (UK GDPR Art 12)",
    kept: "three years after the request is ended; then it is cleared",
    columns: ["request_names.name", "request_names.reach"],
    counts: "request_names.name",
    since: ["request_names.at"],
    tells:
      "If you ask us for a copy of your record, or make any other request, we keep your name and where to answer until three years after we answered. Only those who work on it can read them.",
  },
  {
    what: "Which record a request is about, and what is asked",
    where: "Requests",
    form: "The record’s reference, an age group, and sentences that are refused where they are seen to name a patient",
    why: "To answer in time, and to show that it was",
    kept: "for good",
    columns: [
      ...["kind", "requester", "age", "system", "recordRef", "wants", "state", "outcome", "receivedOn"],
      ...["channel", "doubt", "limitOn", "stands", "endedOn", "receivedAt"],
    ].map((field) => `requests.${field}`),
    counts: "requests.recordRef",
    since: ["requests.at"],
  },
  {
    what: "What was asked, seen and decided of a request",
    where: "Requests, behind one request",
    form: "Days, choices, and sentences that are refused where they are seen to name a patient; of identity which questions were asked, never an answer",
    why: "To show why something was given, held back or refused",
    kept: "for good",
    columns: ["request_steps.data"],
    since: ["request_steps.at"],
  },
];

export const nothingInRequests: NothingHeld = {
  requests: { "What staff read and did": ["number", "renews", "handler", "askedOf", "by", "at"] },
  request_steps: { "What staff read and did": ["request", "position", "kind", "by", "at"] },
  request_names: { "What staff read and did": ["request", "clearedAt", "by", "at"] },
};
