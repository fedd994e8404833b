import type { Nation } from "#domain/law/four-answers";

export const nationNames: Readonly<Record<Nation, string>> = {
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};

/** Those of the United Kingdom and the islands of the Crown, all of one time. */
const british = ["Europe/London", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man"];

/** Time zones that this browser knows, the British ones first. */
export const timeZones = (): string[] => [
  ...british,
  ...Intl.supportedValuesOf("timeZone").filter((zone) => !british.includes(zone)),
];
