import { policy } from "#domain/policy";
import type { OwnAnswer } from "#domain/registers/retention/places";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { isOver, listIn } from "../../clinic/exact-list.ts";

interface Told {
  readonly heard: number;
  readonly silent: number;
  readonly ended: number;
  readonly waiting: number;
  readonly oldest: string;
}

/** What lies in browsers and not here: of outboxes the last word of each is known, of drafts nothing. */
export function inBrowsers(app: pb.App, untilMs: number): OwnAnswer["parts"] {
  const { heard, silent, ended, waiting, oldest } = toldBy(app);
  const unpaired = `${policy.outboxKeptUnpaired.amount} days`;
  const known =
    heard === 0
      ? "no browser has told"
      : `as ${counted(heard, "browser")} told, the longest ago on ${clinicTime(app).date(Date.parse(iso(oldest)))}`;
  const unknown = [
    ...(silent > 0 ? [`${counted(silent, "browser")} that never told`] : []),
    ...(ended > 0 ? [`${counted(ended, "browser")} whose pairing has ended`] : []),
  ];
  return [
    {
      what: "Events in outboxes of browsers, not sent yet",
      rule: `until they are sent; ${unpaired} after a pairing has ended`,
      held: heard === 0 ? null : waiting,
      goes: null,
      how: [known, ...(unknown.length > 0 ? [`of ${unknown.join(" and ")} it can’t be known`] : [])].join(
        "; ",
      ),
    },
    {
      what: "Sentences, reports and notices that somebody is writing",
      rule: `in the browser of whoever writes, gone ${policy.draftsKept.amount} days after the last change`,
      held: null,
      goes: null,
      how: "by that browser, when it is sent, thrown away or opened after that; none that names a patient is kept",
    },
    ...listOfPatients(app, untilMs),
  ];
}

/** The clinic's own patients as tokens, where there is such a list: here and in each paired browser. */
function listOfPatients(app: pb.App, untilMs: number): OwnAnswer["parts"] {
  const clinic = clinicOf(app);
  const list = clinic && listIn(clinic);
  if (!list) return [];
  const kept = policy.exactListKept.amount;
  return [
    {
      what: "Tokens of the clinic’s own patients, for the mail guard",
      rule: `${kept} days after the list was made; in a browser that hears nothing of this server ${kept} days after the last time`,
      held: list.tokens,
      goes: isOver(list, untilMs) ? list.tokens : 0,
      how: "here by night, and by each paired browser when it next asks for its rules",
    },
  ];
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

function toldBy(app: pb.App): Told {
  const live = "revoked = FALSE";
  const select = `SELECT coalesce(sum(${live} AND lastSeen <> ''), 0) AS heard, coalesce(sum(${live} AND lastSeen = ''), 0) AS silent,
      coalesce(sum(revoked), 0) AS ended, coalesce(sum(CASE WHEN ${live} THEN waiting END), 0) AS waiting,
      coalesce(min(CASE WHEN ${live} AND lastSeen <> '' THEN lastSeen END), '') AS oldest FROM browsers`;
  const [told] = objectsOf<Told>(app, ["heard", "silent", "ended", "waiting", "oldest"], select);
  return told ?? { heard: 0, silent: 0, ended: 0, waiting: 0, oldest: "" };
}
