import { browserRow } from "#domain/api";
import type { Browser } from "#lib/api/browsers.ts";
import { asPerson, asText, asYes, type RowKind } from "#lib/components/changed/difference.ts";

/** A paired browser. */
export const ofBrowser: RowKind<Browser> = {
  read: (current) => browserRow.safeParse(current).data,
  columns: {
    name: ["the name", asText],
    user: ["whose it is", asPerson],
    revoked: ["revoked", asYes],
    ownDeviceReason: ["why it is recorded on an own device", asText],
    chainMismatch: ["its receipt and the log disagree", asYes],
  },
};
