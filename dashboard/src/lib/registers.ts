import BookOpen from "@lucide/svelte/icons/book-open";
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import Cctv from "@lucide/svelte/icons/cctv";
import ChartColumn from "@lucide/svelte/icons/chart-column";
import FileClock from "@lucide/svelte/icons/file-clock";
import FileText from "@lucide/svelte/icons/file-text";
import Flag from "@lucide/svelte/icons/flag";
import GraduationCap from "@lucide/svelte/icons/graduation-cap";
import Handshake from "@lucide/svelte/icons/handshake";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Inbox from "@lucide/svelte/icons/inbox";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Mail from "@lucide/svelte/icons/mail";
import MapIcon from "@lucide/svelte/icons/map";
import Megaphone from "@lucide/svelte/icons/megaphone";
import MessageCircleQuestion from "@lucide/svelte/icons/message-circle-question-mark";
import Monitor from "@lucide/svelte/icons/monitor";
import ScrollText from "@lucide/svelte/icons/scroll-text";
import Settings from "@lucide/svelte/icons/settings";
import Siren from "@lucide/svelte/icons/siren";
import Sun from "@lucide/svelte/icons/sun";
import Truck from "@lucide/svelte/icons/truck";
import UserCheck from "@lucide/svelte/icons/user-check";
import Users from "@lucide/svelte/icons/users";
import type { Component } from "svelte";
import type { Switchable } from "#domain/registers/switched";
import type { Role } from "#domain/roles";

/** A page of the dashboard. */
export interface Page {
  readonly name: string;
  /** What the finder calls it; left out, its name. */
  readonly finds?: string;
  /** Who sees it. The server refuses by itself; this keeps people from doors that don't open. */
  readonly readers: readonly Role[];
  /** Its place in the rail, in the order of this list; left out, another page leads to it. */
  readonly rail?: { readonly part: "main" | "registers" | "clinic" | "mine"; readonly icon: Component };
  /** By which the clinic switches its register off; left out, no clinic does without it. */
  readonly register?: Switchable;
}

const everyone: readonly Role[] = ["staff", "manager", "dpo", "auditor"];
const managers: readonly Role[] = ["manager", "dpo"];
const readers: readonly Role[] = ["manager", "dpo", "auditor"];

/** Every page of the house by its address: the rail, the finder and who sees what come from here. */
export const pages = {
  "/": { name: "Today", readers: everyone, rail: { part: "main", icon: Sun } },
  "/log": {
    name: "Access log",
    readers,
    rail: { part: "main", icon: ScrollText },
  },
  "/log/whole": {
    name: "The log is whole",
    finds: "The log is whole: by what it is known, and to compare a kept checkpoint",
    readers: ["dpo"],
  },
  "/mail": { name: "Mail", readers, rail: { part: "main", icon: Mail } },
  "/mail/exceptions": {
    name: "Exceptions",
    finds: "Exceptions: one document about a patient may go to one recipient outside",
    readers: everyone,
  },
  "/incidents": {
    name: "Incidents",
    readers,
    rail: { part: "main", icon: Siren },
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
  },
  "/review": {
    name: "Weekly review",
    readers,
    rail: { part: "main", icon: CalendarCheck },
  },
  "/trends": { name: "Trends", readers, rail: { part: "main", icon: ChartColumn } },
  "/year": { name: "Year at a glance", readers },
  "/report": {
    name: "Report",
    finds: "Report an incident",
    readers: ["staff", "manager", "dpo"],
    rail: { part: "main", icon: Flag },
  },
  "/training": {
    name: "Training",
    readers: everyone,
    register: "training",
    rail: { part: "registers", icon: GraduationCap },
  },
  "/training/courses": {
    name: "Courses",
    finds: "Courses of training, and of whom they are asked",
    readers: everyone,
    register: "training",
  },
  "/training/lesson": {
    name: "Lesson",
    finds: "Lesson of a course",
    readers: everyone,
    register: "training",
  },
  "/training/given": {
    name: "Lessons given",
    finds: "Lessons given to one person, after a finding or without one",
    readers: everyone,
    register: "training",
  },
  "/training/import": {
    name: "Import",
    finds: "Import completions of training from a file",
    readers,
    register: "training",
  },
  "/requests": {
    name: "Requests",
    finds: "Requests and complaints: who asks for what, and by when it is answered",
    readers: everyone,
    rail: { part: "registers", icon: Inbox },
  },
  "/requests/sent": {
    name: "Sent by the form",
    finds: "Requests: what was sent by the form on the web",
    readers: managers,
  },
  "/audits": {
    name: "Audits",
    finds: "Audits, and the week’s sample",
    readers,
    rail: { part: "registers", icon: ListChecks },
    register: "audits",
  },
  "/suppliers": {
    name: "Suppliers",
    finds: "Partners and suppliers",
    readers,
    rail: { part: "registers", icon: Truck },
    register: "suppliers",
  },
  "/policy-map": {
    name: "Policy map",
    finds: "Policy map: what keeps each sentence of the clinic’s policy",
    readers,
    rail: { part: "registers", icon: MapIcon },
    register: "policy-map",
  },
  "/retention": {
    name: "Retention",
    finds: "Retention: which records are due, held, kept longer or destroyed",
    readers,
    rail: { part: "registers", icon: FileClock },
    register: "retention",
  },
  "/retention/list": {
    name: "Compute dates",
    finds: "Compute dates: a list of the clinical system",
    readers: ["manager", "dpo"],
    register: "retention",
  },
  "/retention/own": {
    name: "What Chaperone holds",
    finds: "What Chaperone itself holds, and what of it goes when",
    readers,
    register: "retention",
  },
  "/browsers": {
    name: "Browsers",
    readers,
    rail: { part: "clinic", icon: Monitor },
  },
  "/people": {
    name: "People",
    readers,
    rail: { part: "clinic", icon: Users },
  },
  "/cctv": { name: "CCTV", readers, rail: { part: "registers", icon: Cctv }, register: "cctv" },
  "/cctv/records": {
    name: "Records of CCTV",
    finds: "CCTV: looks, viewings, exports, engineers",
    readers,
    register: "cctv",
  },
  "/holds": {
    name: "Holds",
    finds: "Holds: what must not be destroyed",
    readers,
  },
  "/disclosures": {
    name: "Disclosures",
    finds: "Disclosures: what was given to others",
    readers,
  },
  "/projects": {
    name: "Projects",
    finds: "Projects: who has which extract of records, and until when",
    readers,
  },
  "/projects/figures": {
    name: "Tables looked through",
    finds: "Tables looked through: figures that left as anonymous",
    readers,
  },
  "/share": {
    name: "May I share?",
    finds: "May I share? What may be told to whom",
    readers: ["staff", "manager", "dpo"],
    rail: { part: "main", icon: MessageCircleQuestion },
  },
  "/share/asked": {
    name: "Asked of May I share?",
    finds: "May I share?: what was asked, and what waits for the lead",
    readers,
  },
  "/releases": {
    name: "Releases",
    finds: "Releases: whom patients let us tell what",
    readers,
    rail: { part: "registers", icon: UserCheck },
  },
  "/releases/asked": {
    name: "Asked on the telephone",
    finds: "Releases: who asked on the telephone",
    readers,
  },
  "/consent": {
    name: "Consent",
    finds: "Consent: what patients decided",
    readers,
    rail: { part: "registers", icon: Handshake },
  },
  "/consent/purposes": {
    name: "Purposes of sharing",
    finds: "Purposes of sharing: on which basis, and what the patient can do",
    readers: everyone,
  },
  "/consent/import": {
    name: "Import decisions",
    finds: "Import decisions of patients from a file",
    readers: ["manager", "dpo"],
  },
  "/consent/mailings": {
    name: "No mailings",
    finds: "No mailings: compare a mailing list, and add who said no",
    readers: ["manager", "dpo"],
  },
  "/record": {
    name: "Record",
    finds: "Record: what this patient decided",
    readers: everyone,
  },
  "/notice": {
    name: "Notice",
    readers: everyone,
    rail: { part: "clinic", icon: Megaphone },
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
  },
  "/objections": {
    name: "Said of entries",
    finds: "Said of entries: what staff say of entries about themselves",
    readers,
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

/** The page that an address belongs to: "/training/courses" its own, "/incidents/abc" the list's; undefined for none. */
export const pageAt = (path: string) =>
  pageList
    .filter(({ page }) => path === page || (page !== "/" && path.startsWith(`${page}/`)))
    .sort((one, other) => other.page.length - one.page.length)[0];
