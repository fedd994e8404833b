import BookOpen from "@lucide/svelte/icons/book-open";
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import Cctv from "@lucide/svelte/icons/cctv";
import ChartColumn from "@lucide/svelte/icons/chart-column";
import FileText from "@lucide/svelte/icons/file-text";
import Flag from "@lucide/svelte/icons/flag";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Mail from "@lucide/svelte/icons/mail";
import Megaphone from "@lucide/svelte/icons/megaphone";
import Monitor from "@lucide/svelte/icons/monitor";
import ScrollText from "@lucide/svelte/icons/scroll-text";
import Settings from "@lucide/svelte/icons/settings";
import Siren from "@lucide/svelte/icons/siren";
import Sun from "@lucide/svelte/icons/sun";
import Users from "@lucide/svelte/icons/users";
import type { Component } from "svelte";
import type { Role } from "#domain/roles";

/** What a register counts is called, on the trends and the year at a glance. */
export interface CountWords {
  readonly title: string;
  /** What its weeks go by. */
  readonly by: string;
  /** "key was given", "keys were given": after a number, and after "No". */
  readonly one: string;
  readonly many: string;
  /** Each part of the count within a line. */
  readonly parts: Readonly<Record<string, string>>;
}

/** A page of the dashboard, and what the registers that it shows are called in the log. */
export interface Page {
  readonly name: string;
  /** What the finder calls it; left out, its name. */
  readonly finds?: string;
  /** Who sees it. The server refuses by itself; this keeps people from doors that don't open. */
  readonly readers: readonly Role[];
  /** Its place in the rail, in the order of this list; left out, another page leads to it. */
  readonly rail?: { readonly part: "main" | "clinic" | "mine"; readonly icon: Component };
  /** What a row of each of its collections is called in the log. */
  readonly rows?: Readonly<Record<string, string>>;
  /** What it counts, by the key of the server's figure. */
  readonly counts?: Readonly<Record<string, CountWords>>;
  /** What an act on one of these is called once it is done, where the words that all share don't say it. */
  readonly done?: Readonly<Record<string, string>>;
}

const everyone: readonly Role[] = ["staff", "manager", "dpo", "auditor"];
const readers: readonly Role[] = ["manager", "dpo", "auditor"];

/** Every page of the house by its address: the rail, the finder, who sees what and the log's words come from here. */
export const pages = {
  "/": { name: "Today", readers: everyone, rail: { part: "main", icon: Sun } },
  "/log": {
    name: "Access log",
    readers,
    rail: { part: "main", icon: ScrollText },
    rows: { checkpoints: "Checkpoint", erasures: "Erasure" },
    done: {
      ask: "asked for",
      confirm: "confirmed",
      "erase-alone": "done by one person alone",
      decline: "declined",
    },
  },
  "/log/whole": {
    name: "The log is whole",
    finds: "The log is whole: by what it is known, and to compare a kept checkpoint",
    readers: ["dpo"],
  },
  "/mail": { name: "Mail", readers, rail: { part: "main", icon: Mail } },
  "/incidents": {
    name: "Incidents",
    readers,
    rail: { part: "main", icon: Siren },
    rows: {
      breaches: "Incident",
      breach_entries: "Line of an incident",
      breach_evidence: "Evidence",
      breach_people: "Person affected",
      breach_accounts: "Account on the worklist",
      breach_reports: "Report version",
      case_grants: "Access to an incident",
      conflicts: "Conflict",
    },
    done: {
      open: "opened",
      triage: "decided",
      assess: "assessed",
      advise: "advised on",
      decide: "decided by the controller",
      notify: "told to the regulator",
      describe: "described",
      contain: "contained",
      cause: "given a cause",
      answer: "form answered",
      notice: "told to others",
      care: "asked whether the care regulator has to be told",
      candour: "asked about candour",
      close: "closed",
      reopen: "reopened",
      recipient: "recipient named",
      version: "made",
      sent: "sent",
      export: "exported",
      grant: "given",
      "end-grant": "ended",
      "open-to-all": "opened to everybody",
      conflict: "declared",
      "set-times": "times changed",
      "change-awareness": "time of awareness changed",
      read: "read",
      "read-people": "read: people affected",
      "read-version": "read: a frozen version",
      "read-file": "read: a file of it taken",
      "read-reporter": "read: who reported it",
      "read-recipient": "read: the recipient’s answer",
      "read-beside": "register read beside other rows, or watched",
      "break-glass-read": "read by break-glass",
    },
  },
  "/incidents/register": {
    name: "Register of breaches",
    finds: "Register of breaches (Art. 33(5))",
    readers,
  },
  "/desk": {
    name: "Desk",
    finds: "Desk: clocks, and the evidence pack",
    readers,
    rail: { part: "main", icon: Hourglass },
    rows: { actions: "Action" },
    done: { done: "done", verify: "verified", cancel: "cancelled" },
  },
  "/review": {
    name: "Weekly review",
    readers,
    rail: { part: "main", icon: CalendarCheck },
    rows: {
      reviews: "Weekly review",
      review_items: "Item of a review",
      review_addenda: "Addendum to minutes",
      learning_messages: "Message to the team",
      message_reads: "Message to the team",
    },
    done: {
      prepare: "prepared",
      hold: "begun",
      settle: "decided",
      include: "given an item",
      tell: "given its message",
      sign: "signed",
      miss: "not held",
      read: "read",
    },
  },
  "/trends": { name: "Trends", readers, rail: { part: "main", icon: ChartColumn } },
  "/year": { name: "Year at a glance", readers },
  "/report": {
    name: "Report",
    finds: "Report an incident",
    readers: ["staff", "manager", "dpo"],
    rail: { part: "main", icon: Flag },
  },
  "/browsers": {
    name: "Browsers",
    readers,
    rail: { part: "clinic", icon: Monitor },
    rows: { browsers: "Browser", pairing_codes: "Pairing code" },
    done: {
      code: "code made",
      "settle-mismatch": "settled with the log",
      "allow-own-device": "allowed to record",
      "forbid-own-device": "no longer allowed to record",
    },
  },
  "/people": {
    name: "People",
    readers,
    rail: { part: "clinic", icon: Users },
    rows: { users: "Person", invitations: "Invitation", system_accounts: "Sign-in of a clinical system" },
    done: {
      enrolled: "enrolled",
      "re-enrolled": "enrolled again",
      invite: "invited",
      deactivate: "deactivated",
      activate: "activated",
      reenrol: "given a new link",
      "end-sessions": "signed out everywhere",
      map: "named",
      unmap: "taken off",
    },
  },
  "/people/training": {
    name: "Training",
    readers,
    rows: { training_entries: "Training" },
    done: { correct: "corrected" },
    counts: {
      training: {
        title: "Training",
        by: "by the day on which it was completed, as it was entered",
        one: "training was completed",
        many: "trainings were completed",
        parts: { completed: "completed" },
      },
    },
  },
  "/cctv": {
    name: "CCTV",
    readers,
    rail: { part: "clinic", icon: Cctv },
    rows: {
      camera_systems: "System of cameras",
      cameras: "Camera",
      camera_pictures: "Picture of a camera",
      camera_viewers: "Access to pictures",
      camera_checks: "Look at a recorder",
      footage_exports: "Export of pictures",
      footage_viewings: "Viewing of pictures",
      engineer_checks: "Engineer’s check",
      cctv_checks: "Check of CCTV",
      cctv_reviews: "Review of need",
    },
    done: {
      assess: "assessed",
      retire: "retired",
      picture: "kept",
      end: "ended",
      "found-beyond": "entered: pictures past their day",
      "found-faults": "entered, with faults",
      done: "done",
      plays: "found to play",
      failed: "given up",
      again: "to be made again",
      sign: "signed",
    },
    counts: {
      cctv: {
        title: "CCTV",
        by: "by the day on which it was entered",
        one: "look or viewing was entered",
        many: "looks and viewings were entered",
        parts: { looks: "looks", beyond: "past their day", viewings: "viewings" },
      },
    },
  },
  "/cctv/records": { name: "Records of CCTV", finds: "CCTV: looks, viewings, exports, engineers", readers },
  "/holds": {
    name: "Holds",
    finds: "Holds: what must not be destroyed",
    readers,
    rows: { holds: "Hold" },
    done: {
      place: "placed",
      "look-again": "looked at again",
      "end-cause": "past its cause",
      release: "released",
    },
    counts: {
      holds: {
        title: "Holds",
        by: "by the day on which they were placed or released",
        one: "hold was placed or released",
        many: "holds were placed or released",
        parts: { placed: "placed", released: "released" },
      },
    },
  },
  "/disclosures": {
    name: "Disclosures",
    finds: "Disclosures: what was given to others",
    readers,
    rows: { disclosures: "Disclosure" },
    done: { give: "entered: given", refuse: "entered: refused", "take-back": "taken back" },
    counts: {
      disclosures: {
        title: "Disclosures",
        by: "by the day on which they were entered",
        one: "disclosure was given or refused",
        many: "disclosures were given or refused",
        parts: { given: "given", refused: "refused" },
      },
    },
  },
  "/notice": {
    name: "Notice",
    readers: everyone,
    rail: { part: "clinic", icon: Megaphone },
    rows: { notices: "Notice" },
    done: { record: "recorded" },
  },
  "/about-patients": {
    name: "About patients",
    finds: "What is held about patients",
    readers,
    rail: { part: "clinic", icon: FileText },
  },
  "/candour-year": {
    name: "Yearly candour report",
    finds: "Yearly report on the duty of candour (Scotland)",
    readers,
  },
  "/law": { name: "Law that applies", finds: "Law that applies here, with its sources", readers },
  "/settings": {
    name: "Settings",
    readers,
    rail: { part: "clinic", icon: Settings },
    rows: { clinic: "Clinic’s settings" },
    done: {
      "set-up": "set up",
      "candour-report": "changed: yearly candour report recorded",
      "confirm-time": "changed: time confirmed after a jump",
      "mail-server": "changed: mail server",
      "break-glass": "opened to break-glass",
      "break-glass-read": "read by break-glass",
      "read-reference-key": "read: the reference key",
    },
  },
  "/my-record": { name: "My record", readers: everyone, rail: { part: "mine", icon: BookOpen } },
} as const satisfies Readonly<Record<`/${string}`, Page>>;
export type PageName = keyof typeof pages;

/** The same in their order, as the rail and the finder list them. */
export const pageList = Object.entries(pages).map(([address, page]: [string, Page]) => ({
  page: address as PageName,
  ...page,
  finds: page.finds ?? page.name,
}));

/** The page that an address belongs to: "/people/training" its own, "/incidents/abc" the list's; undefined for none. */
export const pageAt = (path: string) =>
  pageList
    .filter(({ page }) => path === page || (page !== "/" && path.startsWith(`${page}/`)))
    .sort((one, other) => other.page.length - one.page.length)[0];

/** The registers that are counted, by the key of their figure. */
export const countedRegisters: readonly (readonly [key: string, words: CountWords])[] = pageList.flatMap(
  ({ counts = {} }) => Object.entries(counts),
);
