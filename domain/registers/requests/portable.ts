import * as z from "zod/mini";
import { purposeKeys } from "../../law/sharing-purposes.ts";
import { saidHow } from "../consent/consent.ts";
import { grounds, receivers } from "../disclosures/disclosure.ts";
import { relations } from "../releases/release.ts";
import { requestKinds } from "./kinds.ts";
import { requestStates } from "./machine.ts";

const keys = (of: object) => z.enum(Object.keys(of) as [string, ...string[]]);
const keysOrNone = (of: object) => z.enum(["", ...Object.keys(of)]);
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const dayOrNone = z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\d)?$/));
const instant = z.iso.datetime();

const decision = z.strictObject({
  purpose: z.enum(purposeKeys as [string, ...string[]]),
  decision: z.enum(["yes", "no"]),
  how: keys(saidHow),
  from: day,
  until: dayOrNone,
  enteredAt: instant,
});

/**
 * What Chaperone holds of one record, as the patient takes it along (UK GDPR Art 20): closed lists, days and counts. No field
 * is in somebody's own words, so that nobody else's name can stand in it.
 */
export const portableFile = z.strictObject({
  format: z.literal("chaperone-record"),
  version: z.literal(1),
  madeAt: instant,
  clinic: z.string(),
  record: z.strictObject({ system: z.string(), reference: z.string() }),
  decisions: z.array(decision).check(z.maxLength(100)),
  decisionsBefore: z.array(decision).check(z.maxLength(200)),
  releases: z
    .array(
      z.strictObject({
        relation: keys(relations),
        scopes: z.array(z.string()),
        from: dayOrNone,
        until: dayOrNone,
        takenBackAt: z.union([z.literal(""), instant]),
      }),
    )
    .check(z.maxLength(500)),
  requests: z
    .array(
      z.strictObject({
        name: z.string().check(z.regex(/^(?:REQ|COM)-\d+$/)),
        kind: z.enum(requestKinds),
        receivedOn: day,
        state: z.enum(requestStates),
        endedOn: dayOrNone,
      }),
    )
    .check(z.maxLength(500)),
  disclosures: z
    .array(
      z.strictObject({
        receiver: keys(receivers),
        ground: keysOrNone(grounds),
        outcome: z.enum(["given", "refused"]),
        day: dayOrNone,
      }),
    )
    .check(z.maxLength(500)),
  looks: z.array(z.strictObject({ day, what: z.string(), times: z.int() })).check(z.maxLength(2_000)),
});
export type PortableFile = z.infer<typeof portableFile>;

/** Lists of the file, each a table of its own. */
export const portableLists = [
  "decisions",
  "decisionsBefore",
  "releases",
  "requests",
  "disclosures",
  "looks",
] as const satisfies readonly (keyof PortableFile)[];

/** What each member means, for whoever reads the file in another system. */
export const portableWords: Readonly<Record<string, string>> = {
  format: "always chaperone-record",
  version: "version of this form; a later one has another number",
  madeAt: "moment at which the file was made, UTC, ISO 8601",
  clinic: "the clinic that gives it",
  record: "which record: the clinical system, and its own number or a keyed code of it",
  decisions:
    "what was decided of the use of the record, as it stands: purpose, yes or no, how it was said, first and last day",
  decisionsBefore: "what stood before, the newest first",
  releases:
    "whom the patient lets the clinic tell: their relation, which kinds of things, from when to when, and when it was taken back",
  requests: "requests about the data: kind, the day each came, how it stands and when it ended",
  disclosures:
    "what was given to others or refused: to what kind of receiver, on which ground of law, on which day",
  looks:
    "on which days the record was opened, printed, copied from or exported here, as far as the log reaches back",
};

/** What only the clinical system can add: Chaperone holds none of it. */
export const clinicalSystemAdds: readonly string[] = [
  "Name, address and other contact details, as the patient gave them",
  "Answers to forms and questionnaires, and what the patient said and measured themselves",
  "Appointments, with their days and kinds",
  "Letters and files that the patient sent or uploaded",
  "Pictures and scans, from the imaging system, as DICOM",
  "Invoices and payments",
  "Not notes and conclusions that the clinic made itself: a copy of those is asked for as access (Art 15)",
];
