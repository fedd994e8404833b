import type { Nation } from "#domain/law/four-answers";

export const nationNames: Readonly<Record<Nation, string>> = {
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};

/** Time zones that this browser knows, London first. */
export const timeZones = (): string[] => [
  "Europe/London",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "Europe/London"),
];
