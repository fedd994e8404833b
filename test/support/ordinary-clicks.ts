import type { Ordinary } from "../../extension/clinical/clicks.ts";
import { clinikoClicks } from "../../extension/clinical/cliniko/clicks.ts";
import { namedSystemsClicks } from "../../extension/clinical/named-systems/clicks.ts";
import { orthancClicks } from "../../extension/clinical/orthanc/clicks.ts";
import { unknownRecordsClicks } from "../../extension/clinical/unknown-records/clicks.ts";

/** What stands on the pages of each shipped clinical adapter, by its id. */
export const ordinary: { readonly [adapter: string]: Ordinary } = {
  cliniko: clinikoClicks,
  orthanc: orthancClicks,
  ...namedSystemsClicks,
  "unknown-records": unknownRecordsClicks,
};
