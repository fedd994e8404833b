import type { FindingKind, Verdict } from "#domain/detector/verdict";
import type { Judged } from "../guard/settle/judged.ts";
import type { Spoken } from "./spoken.ts";
import { listed, type StringKey } from "./strings.ts";

type Provenance = NonNullable<Extract<Judged, { kind: "verdict" }>["provenance"]>;

/** Identifier, date of birth, other: the order in which findings are said. Provenance comes last. */
const order: readonly Exclude<FindingKind, "provenance">[] = [
  "staff-paper",
  "known-patient",
  "nhs-number",
  "chi-number",
  "hc-number",
  "hospital-number",
  "date-of-birth",
  "name",
  "address",
  "postcode",
  "phone",
  "people-list",
  "structured-record",
  "diagnosis",
  "medicine",
  "test-result",
  "treatment-note",
  "referral",
  "letter",
];
/** NOTES.md, "Words": at most four findings. */
const most = 4;

/** The findings of a verdict in one list, without the words that were found. */
export function findingsSaid(spoken: Spoken, verdict: Verdict, provenance: Provenance | undefined): string {
  const kinds = new Map(verdict.findings.map((finding) => [finding.kind, finding]));
  const fromLetter = provenance !== undefined && kinds.has("letter");
  const room = provenance ? most - 1 : most;
  const said = order
    .filter((kind) => kinds.has(kind) && !(kind === "letter" && fromLetter))
    .slice(0, room)
    .map((kind) => spoken.say(`finding.${kind}`, { ending: kinds.get(kind)?.ending ?? "" }));
  if (provenance) {
    const key: StringKey = fromLetter ? `finding.letter-${provenance.how}` : `finding.${provenance.how}`;
    said.push(spoken.say(key, { system: systemSaid(provenance.system), time: timeSaid(provenance.at) }));
  }
  return listed(said);
}

/** "cliniko:harbour.uk2" as a name: "Cliniko". */
function systemSaid(system: string): string {
  const [name = ""] = system.split(":");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** The hour and minute here of an instant. */
const timeSaid = (at: string): string => clock.format(new Date(at));
