import { clinicDay } from "../../../support/clinic-time.ts";

/** Invented entries of the register of suppliers, as the acts take them. */
export const ofHost = (holder: string, more: object = {}) => ({
  name: "Porth Mail Cyf",
  kind: "mail",
  role: "processor",
  data: "Mail of all staff",
  contract: "Yearly contract",
  contractOn: "2024-02-29",
  place: "uk",
  country: "",
  placeNote: "Said in writing",
  ground: "",
  groundOn: "",
  others: "",
  tellsHow: "By telephone",
  holder,
  ...more,
});

export const allYes = { people: "yes", data: "yes", place: "yes", terms: "yes", breach: "yes" } as const;

/** A check of today that found all as before. */
export const checkOf = (nextCheck: string, more: object = {}) => ({
  checkedOn: clinicDay(),
  answers: allYes,
  note: "",
  nextCheck,
  ...more,
});
