import { notAnswered } from "#domain/law/four-answers";
import type { Clinic } from "#lib/api/clinic.ts";
import type { Today } from "#lib/api/today.ts";
import { questionWords } from "#lib/format/four-answers.ts";
import { counted, listed } from "#lib/format/sentence.ts";
import { type WaitingKey, waitingKeys } from "./waiting-keys.ts";

type Row = {
  readonly what: string;
  readonly title: string;
  readonly says: string;
  /** Where it is done; left out where it is not done here. */
  readonly door?: { readonly does: string; readonly href: string };
  /** What does it in the server's terminal. */
  readonly command?: string;
};

const rows: Readonly<Record<WaitingKey, (count: number, clinic: Clinic) => Omit<Row, "what">>> = {
  law: (_, clinic) => ({
    title: "Say whose law the clinic works under",
    says: `Not said yet: ${listed(notAnswered(clinic).map((question) => questionWords[question]))}. Candour and notices hang on it`,
    door: { does: "Say it", href: "/settings#law" },
  }),
  disk: () => ({
    title: "See that the server’s disk is encrypted",
    says: "Record numbers alone say that somebody is a patient here",
    door: { does: "Settings", href: "/settings#disk" },
  }),
  "read-notice": () => ({
    title: "Read the monitoring notice",
    says: "Nothing is recorded about you before you have been shown it",
    door: { does: "Read it", href: "/notice" },
  }),
  "record-notice": () => ({
    title: "Record what you decided, and the notice",
    says: "Until then the guard works and no view is stored",
    door: { does: "Write it", href: "/notice" },
  }),
  "map-accounts": (count) => ({
    title: `Say who ${count === 1 ? "a sign-in belongs" : `${count} sign-ins belong`} to`,
    says: "The clinical system showed somebody whom nobody has named; their views stay unattributed",
    door: { does: "Name them", href: "/log?unattributed=1&when=month" },
  }),
  "mail-failing": (count) => ({
    title: `${counted(count, "reminder", "reminders")} did not go out by mail`,
    says: "The mail server does not take them; all of it shows here",
    door: { does: "Mail server", href: "/settings#mail-server" },
  }),
  backup: (count) => ({
    title: `No backup for ${counted(count, "day", "days")}`,
    says: "None was made and opened again since. Where the server runs: npm run -s backup",
    command: "npm run -s backup",
  }),
  "break-glass": (count) => ({
    title: `Break-glass was opened ${count === 1 ? "once" : `${count} times`} this week`,
    says: "Somebody at the server could read every register but the log. What was read and changed is in the log",
    door: { does: "Look", href: "/log?kind=auth&when=week" },
  }),
  "break-glass-cases": () => ({
    title: "Break-glass read the register of incidents",
    says: "Confidential ones are among what it shows. Ask whoever runs the server what it was for",
    door: { does: "Look", href: "/log?when=week" },
  }),
  "break-glass-lead": () => ({
    title: "Break-glass changed who answers for the clinic",
    says: "Lead, deputy lead or controller was changed at the server, and not by the lead",
    door: { does: "Settings", href: "/settings" },
  }),
  "log-contradicted": () => ({
    title: "The log is contradicted",
    says: "Something that was kept of it does not agree: it was changed behind the server",
    door: { does: "Look", href: "/log/whole" },
  }),
  mismatch: (count) => ({
    title: `${counted(count, "browser holds", "browsers hold")} another log`,
    says: "A receipt does not agree with the server’s log: it was changed, or an old backup was restored",
    door: { does: "Look", href: "/browsers" },
  }),
};

/** What waits for the person, each with the door to it. */
export const waitingRows = (today: Pick<Today, "waiting">, clinic: Clinic): Row[] =>
  waitingKeys(today, clinic).map(({ what, count }) => ({ what, ...rows[what](count, clinic) }));
