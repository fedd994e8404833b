import type { BlindSpot } from "#domain/clinic/today";
import { blindItems } from "#domain/registers/clinic/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { patientList } from "#domain/sites/patient-list";
import { objectsOf } from "../../base/database.ts";
import { midnightIn } from "../../base/time-zone.ts";
import { blindSpotsOf } from "../../clinic/blind-spots.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { isDoubtful } from "../../ledger/read/doubtful.ts";
import type { Arrived, Reviewing } from "../register.ts";

/** Where the clinic was blind. */
export function agendaOfClinic({ app, nowMs, arrived }: Reviewing): Draft[] {
  const midnight = midnightIn(clinicOf(app)?.getString("timeZone") ?? "UTC", nowMs);
  return blindItems({
    blind: blindSpotsOf(app, midnight, nowMs).map(({ what, name, adapters }) => ({
      what: adapters.join() === patientList ? "the list of patients is not asked" : blindWords[what],
      name,
      open: toSeeTo.includes(what),
    })),
    ...unsureIn(app, arrived),
  });
}

/** Known of by everybody who looks, and over by itself: a browser that is off, and one that was taken away. */
const toSeeTo: readonly BlindSpot[] = ["adapter-blind", "wrong-clock", "chain-mismatch", "gap", "waiting"];

/** Of the events that came: views and acts on records without a person, and those that may tell of what nobody did. */
function unsureIn(app: pb.App, { after, upTo }: Arrived) {
  const select = `SELECT coalesce(sum(${isDoubtful}), 0) AS doubtful,
      coalesce(sum(user = '' AND NOT (${isDoubtful})), 0) AS unattributed
    FROM events WHERE seq > {:after} AND seq <= {:upTo} AND orderedBy = 0 AND kind >= 'record.' AND kind < 'record/'`;
  type Row = { unattributed: number; doubtful: number };
  const [row] = objectsOf<Row>(app, ["unattributed", "doubtful"], select, { after, upTo });
  return row ?? { unattributed: 0, doubtful: 0 };
}

const blindWords = {
  quiet: "not seen today",
  revoked: "revoked",
  "adapter-blind": "a site is not understood",
  "wrong-clock": "its clock is wrong",
  "chain-mismatch": "its receipts don’t match",
  gap: "events are missing",
  waiting: "events wait",
} as const;
