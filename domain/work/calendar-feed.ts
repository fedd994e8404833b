import { type DeskRow, deskParts } from "./desk.ts";

/** A day on which something of one's own is due, as a calendar outside is told it: no name, no title, no number. */
export interface DueDay {
  /** The same for the same row each time, and nothing can be read from it. */
  readonly uid: string;
  /** Civil date at the clinic. */
  readonly on: string;
  readonly says: string;
  /** Page of the dashboard, without what is open on it. */
  readonly page: string;
}

/** What is due on a page, in words that name nobody. */
const dueWords: Readonly<Record<string, string>> = {
  "/training": "Training due",
  "/cctv": "CCTV check due",
  "/retention": "Records: a step is due",
  "/audits": "Audit due",
  "/suppliers": "Supplier check due",
  "/policy-map": "Policy: a look is due",
  "/holds": "Hold: a look is due",
  "/disclosures": "Disclosure: a step is due",
  "/incidents": "Incident: a step is due",
  "/review": "Weekly review due",
  "/people": "People: a step is due",
};

/** @returns Page and words of a row of one's own. */
export function toldOutside({ kind, breach, page = "" }: Pick<DeskRow, "kind" | "breach" | "page">): {
  readonly page: string;
  readonly says: string;
} {
  const own = /^\/[a-z-]+/.exec(page)?.[0];
  const isReview = (deskParts.reviews as readonly string[]).includes(kind);
  const at = own ?? (breach !== "" ? "/incidents" : isReview ? "/review" : "/desk");
  const isAction = (deskParts.actions as readonly string[]).includes(kind);
  return { page: at, says: isAction ? "Action due" : (dueWords[at] ?? "Something is due") };
}

interface Feed {
  /** Address of the dashboard, without a slash at its end. */
  readonly site: string;
  readonly madeAtMs: number;
  readonly days: readonly DueDay[];
}

/** Hours after which a calendar asks again. */
const asksAgain = 6;

/** A calendar of due days, as RFC 5545 has it: whole days, lines of at most 75 octets that end with CR and LF. */
export function calendarOf({ site, madeAtMs, days }: Feed): string {
  const stamp = `${new Date(madeAtMs).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Chaperone//Due days//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Chaperone",
    `REFRESH-INTERVAL;VALUE=DURATION:PT${asksAgain}H`,
    ...days.flatMap(({ uid, on, says, page }) => [
      "BEGIN:VEVENT",
      `UID:${uid}@chaperone`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${on.replace(/-/g, "")}`,
      `SUMMARY:${escaped(says)}`,
      `URL:${site}${page}`,
      `DESCRIPTION:${escaped(`${site}${page}`)}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

/** Octets of a line, its end not counted (RFC 5545, 3.1). */
const lineOctets = 75;

function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const sign of line) {
    const own = octetsOf(sign.codePointAt(0) ?? 0);
    if (octets + own > lineOctets) {
      out += "\r\n ";
      octets = 1;
    }
    out += sign;
    octets += own;
  }
  return out;
}

const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
