import type { Role } from "#domain/roles";

/** The invented people and browsers of the example clinic. None exists; the domain is reserved for examples. */

interface ExamplePerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly practitioner: boolean;
  /** `yes`: signs in. `invited`: has a link still. `no`: works at a shared desk, without sign-in. */
  readonly signsIn: "yes" | "invited" | "no";
  /** Days after the clinic was set up on which the notice was shown; undefined: not yet. */
  readonly shown?: number;
  /** Days before today on which somebody came later than the rest. */
  readonly joined?: number;
}

const at = (name: string) => `${name}@harbour.example`;

export const people: readonly ExamplePerson[] = [
  {
    key: "priya",
    name: "Priya Raman",
    email: at("priya.raman"),
    role: "dpo",
    practitioner: false,
    signsIn: "yes",
    shown: 1,
  },
  {
    key: "ingrid",
    name: "Ingrid Tolhurst",
    email: at("ingrid.tolhurst"),
    role: "manager",
    practitioner: false,
    signsIn: "yes",
    shown: 2,
  },
  {
    key: "amara",
    name: "Dr Amara Voss",
    email: at("amara.voss"),
    role: "staff",
    practitioner: true,
    signsIn: "yes",
    shown: 2,
  },
  {
    key: "tom",
    name: "Tom Reed",
    email: at("tom.reed"),
    role: "staff",
    practitioner: false,
    signsIn: "yes",
    shown: 2,
  },
  {
    key: "maya",
    name: "Maya Lindqvist",
    email: at("maya.lindqvist"),
    role: "staff",
    practitioner: true,
    signsIn: "yes",
    shown: 3,
  },
  {
    key: "sam",
    name: "Sam Okonjo",
    email: at("sam.okonjo"),
    role: "staff",
    practitioner: true,
    signsIn: "invited",
    shown: 4,
  },
  {
    key: "joss",
    name: "Joss Merriden",
    email: "",
    role: "staff",
    practitioner: false,
    signsIn: "no",
    shown: 3,
  },
  {
    key: "lettie",
    name: "Lettie Arkwright",
    email: at("lettie.arkwright"),
    role: "staff",
    practitioner: true,
    signsIn: "invited",
    joined: 6,
  },
  {
    key: "ruth",
    name: "Ruth Alderman",
    email: "ruth.alderman@inspection.example",
    role: "auditor",
    practitioner: false,
    signsIn: "yes",
    joined: 16,
  },
];

export interface ExampleBrowser {
  readonly key: string;
  readonly name: string;
  /** Key of its owner; '' at a shared desk. */
  readonly owner: string;
  readonly device: "clinic" | "own";
  /** Days before today on which it was paired; the day after set-up where it is not said. */
  readonly paired?: number;
  /** Days before today on which it was last seen. */
  readonly lastSeen: number;
  readonly version: string;
  readonly adapters: readonly { readonly id: string; readonly state: "watching" | "idle" | "blind" }[];
  /** Milliseconds by which its clock is ahead. */
  readonly clockOffset: number;
  readonly waiting: number;
}

const watching = (id: string) => ({ id, state: "watching" }) as const;
const minutes = 60_000;

export const browsers: readonly ExampleBrowser[] = [
  {
    key: "desk-1",
    name: "Front desk 1, Whitstable",
    owner: "",
    device: "clinic",
    lastSeen: 0,
    version: "0.1.0",
    adapters: [watching("cliniko"), watching("roundcube")],
    clockOffset: 120,
    waiting: 0,
  },
  {
    key: "desk-2",
    name: "Front desk 2, Whitstable",
    owner: "",
    device: "clinic",
    lastSeen: 6,
    version: "0.1.0",
    adapters: [watching("cliniko"), watching("roundcube")],
    clockOffset: -340,
    waiting: 0,
  },
  {
    key: "room-1",
    name: "Room 1, Whitstable",
    owner: "amara",
    device: "clinic",
    lastSeen: 0,
    version: "0.1.0",
    adapters: [watching("cliniko"), watching("orthanc"), watching("roundcube")],
    clockOffset: 80,
    waiting: 0,
  },
  {
    key: "room-2",
    name: "Room 2, Canterbury",
    owner: "maya",
    device: "clinic",
    lastSeen: 0,
    version: "0.1.0",
    adapters: [watching("cliniko"), watching("roundcube")],
    clockOffset: 11 * minutes,
    waiting: 0,
  },
  {
    key: "room-3",
    name: "Room 3 laptop, Canterbury",
    owner: "sam",
    device: "clinic",
    lastSeen: 0,
    version: "0.1.0",
    adapters: [watching("cliniko"), { id: "roundcube", state: "blind" }],
    clockOffset: 60,
    waiting: 0,
  },
  {
    key: "manager",
    name: "Manager, Whitstable",
    owner: "ingrid",
    device: "clinic",
    lastSeen: 0,
    version: "0.1.0",
    adapters: [watching("roundcube")],
    clockOffset: 210,
    waiting: 3,
  },
  {
    key: "home",
    name: "Home laptop",
    owner: "lettie",
    device: "own",
    paired: 5,
    lastSeen: 4,
    version: "0.1.0",
    adapters: [watching("roundcube")],
    clockOffset: 900,
    waiting: 0,
  },
];

/** Days before today on which some browsers went blind or their clocks ran ahead. */
export const turned = 6;

/** The adapters as they were while all of them understood their pages. */
export const wellOn = (adapters: ExampleBrowser["adapters"]): ExampleBrowser["adapters"] =>
  adapters.map(({ id }) => watching(id));

/** A desktop that was given back, so many days before today. */
export const revokedBrowser = { name: "Old reception PC", revokedDaysAgo: 3 };

export const clinic = {
  name: "Harbour Physiotherapy",
  nation: "england",
  careRegulator: "cqc",
  legalForm: "body",
  nhsWork: "no",
  timeZone: "Europe/London",
  leadTitle: "confidentiality lead",
  mailDomains: ["harbour.example"],
  approvedDomains: ["secure.nhs.example"],
  approvedSystem: "Cliniko",
  sites: [{ host: "mail.harbour.example", adapter: "roundcube" }],
  reviewDay: "Tuesday",
  since: "2012-03-01 00:00:00.000Z",
  profile: { insured: true, commissioned: false },
  registration: "ZA000000",
  sector: "Health",
  address: "1 Quay Street, Whitstable",
} as const;

export const systems = { cliniko: "cliniko:harbour.uk2", orthanc: "orthanc:scans.harbour.example" } as const;

export const notice = {
  text: `Harbour Physiotherapy keeps a record of who opens which patient's record in Cliniko and in the scan archive, and stops patient documents from leaving by e-mail by mistake.

What is recorded: that you opened, searched, printed, exported, downloaded or copied from a record, when, and in which browser; when a document was held in the mail, what kind of detail was seen in it and what you chose.

What is never recorded: what the record or the document says, names, addresses, file names, how long you looked, or how fast you work.

Who sees it: you see all that is kept about you under My record, and who read it. Ingrid Tolhurst and Priya Raman read it for the confidentiality review and when something has happened. It is kept for 24 months.

Ask Priya Raman, or object, at any time.`,
  scope:
    "Opening, searching, printing, exporting, downloading and copying in Cliniko and Orthanc; documents in the clinic's webmail.",
  assessmentDecision:
    "Go ahead. The risk that is left is low: no content is kept, no score is made of anybody, a person decides each question.",
  assessedBy: "Priya Raman, with Ingrid Tolhurst",
  viewsSought: true,
  views:
    "Everybody was asked at the staff meeting. Two asked that nothing be recorded on their own machines, and it was so decided. One asked who reads the readers: the log shows that too.",
} as const;
