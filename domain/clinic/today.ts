import * as z from "zod/mini";
import { doubtedClock } from "../ledger/clock.ts";
import { waitingErasure } from "../ledger/erasure.ts";
import { owedAnswer } from "../work/desk.ts";
import { decideItem } from "../work/my-work.ts";

/**
 * What is not seen, so that silence shows (DESIGN.md 2, 4); each names a browser and since when. `waiting` are events
 * that the server did not take: they wait in the browser until either side's version changes.
 */
export const blindSpots = [
  "quiet",
  "revoked",
  "adapter-blind",
  "wrong-clock",
  "chain-mismatch",
  "gap",
  "waiting",
] as const;
export type BlindSpot = (typeof blindSpots)[number];

/** What can wait for somebody on the first screen, each with a row of its own there. */
export const waitingKinds = [
  "read-notice",
  "record-notice",
  "map-accounts",
  "mismatch",
  "mail-failing",
  "backup",
  "break-glass",
  "break-glass-cases",
  "break-glass-lead",
  "log-contradicted",
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** `GET /api/chaperone/today`: facts of the first screen. Staff get their own part alone, the rest null. */
export const todayAnswer = z.object({
  asOf: z.string(),
  /** "7 of 9 browsers seen today": live browsers, and those that spoke since the clinic's midnight. */
  coverage: z.nullable(z.object({ seen: z.int(), of: z.int() })),
  blind: z.nullable(
    z.array(
      z.object({
        what: z.enum(blindSpots),
        browser: z.string(),
        name: z.string(),
        /** '' where the browser was never seen. */
        since: z.string(),
        /** Ids of adapters that understand nothing, for `adapter-blind`. */
        adapters: z.array(z.string()),
        /** Milliseconds ahead, missing numbers or waiting events, by `what`; else 0. */
        amount: z.int(),
      }),
    ),
  ),
  /** Events that may tell of what nobody did (doubtful.ts), by kind, of all days; counted nowhere else. */
  doubtful: z.nullable(z.array(z.object({ kind: z.string(), count: z.int() }))),
  /** Record events of the last seven days whose person is not known, but for doubtful ones. */
  unattributed: z.nullable(z.int()),
  /** Attempts of the last seven days: how many were held, and what became of them by outcome. */
  mail: z.nullable(
    z.object({ held: z.int(), outcomes: z.array(z.object({ outcome: z.string(), count: z.int() })) }),
  ),
  notice: z.object({
    /** 0 while there is none: nothing is recorded. */
    number: z.int(),
    shownToMe: z.boolean(),
    /** Active people who have not been shown the current notice; managers, the lead and auditors see them. */
    notShown: z.nullable(z.array(z.object({ id: z.string(), name: z.string() }))),
  }),
  /** What waits for the person who asks. */
  waiting: z.array(z.object({ what: z.enum(waitingKinds), count: z.int() })),
  /** The server's clock where it is in doubt and nothing expires: told to the lead, null to others. */
  clock: z._default(z.nullable(doubtedClock), null),
  /** Erasures that wait for the person, or that the person asked for and that ended within two weeks. */
  erasures: z._default(z.array(waitingErasure), []),
  /** All that runs or is owed, as far as the person may know of it: the list of the desk, of *My work* and of the top bar. */
  owed: owedAnswer,
  /** What the person is asked to decide today. */
  decideToday: z.array(decideItem),
});
export type TodayAnswer = z.infer<typeof todayAnswer>;
