import { matchesOf } from "../places/matches.ts";
import { byPattern, type Recogniser } from "../recogniser.ts";

/** Message formats count only where they name somebody; the format alone is a specification or an empty message. */
export const structuredRecord: Recogniser<"structured-record"> = {
  name: "structured-record",
  kind: "structured-record",
  source:
    "HL7 v2.5 PID-5; FHIR R4 Patient.name; CDA R2 recordTarget; NHS EDIFACT MEDRPT S07 PNA; DICOM (0010,0010)",
  see: function* see(section) {
    for (const part of structured) yield* part(section);
  },
  flags: [
    "PID|1||999000001^^^NHS||MOSS^ADA^^^MRS||19610312|F",
    '{"resourceType": "Patient", "id": "x", "name": [{"family": "Moss"}]}',
    '{"name": [{"given": ["Ada"]}], "resourceType": "Patient"}',
    "recordTarget: \npatientRole: \npatient: \nname: \ngiven: Ada\nfamily: Moss",
    "S07+07'\nPNA+PAT++++SU:MOSS+FO:ADA'",
    "DICOM PatientName: MOSS^ADA",
  ],
  passes: [
    "PID|1||||||",
    "Specification\nThe segment looks so:\nPID|1||999000001^^^NHS||MOSS^ADA^^^MRS||19610312|F\nIt names a patient.",
    '{"resourceType": "StructureDefinition", "type": "Patient"}',
    "recordTarget: \npatientRole: \n",
    "DICOM PatientName: ",
    '{"resourceType": "Patient", "id": "x"}',
  ],
};

/** Where a message begins to speak of a patient, what names somebody, and how many signs lie between at most. */
function byPair(opening: RegExp, value: RegExp, reach: number): Recogniser["see"] {
  const openings = matchesOf(opening);
  const valuesIn = matchesOf(value);
  return function* see(section) {
    const values = [...valuesIn(section)].map(({ index }) => index);
    let next = 0;
    for (const { index } of openings(section)) {
      while (next < values.length && (values[next] ?? 0) < index) next++;
      const at = values[next];
      if (at !== undefined && at - index <= reach) yield { start: index, end: at };
    }
  };
}

/** Share of lines that a message's own lines must be; a specification that prints a sample has more prose. */
const ownLines = 0.6;

/** Sees only where the text is the message itself, by the look of its first 200 lines. */
function among(line: RegExp, see: Recogniser["see"]): Recogniser["see"] {
  return function* message(section) {
    const lines = section.text.split(/[\r\n]+/, 200).filter((one) => one.trim() !== "");
    const own = lines.filter((one) => line.test(one)).length;
    // A message in one line may be cut anywhere.
    if (lines.length <= 2 || own >= lines.length * ownLines) yield* see(section);
  };
}

const fhirName = /"(?:family|given|text)"\s{0,4}:\s{0,4}\[?\s{0,60}"[A-Za-z]/g;
const fhirPatient = /"resourceType"\s{0,4}:\s{0,4}"Patient"/g;

const structured = [
  among(
    /^\s?[A-Z][A-Z0-9]{2}\|/,
    byPattern(/(?:^|[\r\n])\s?PID\|(?:[^|\r\n]{0,2000}\|){4}[^|\r\n]{0,40}[A-Za-z]{2}/g),
  ),
  among(/^\s*["{}[\]]/, byPair(fhirPatient, fhirName, 6_000)),
  // A resource may give its type last.
  among(/^\s*["{}[\]]/, byPair(fhirName, fhirPatient, 6_000)),
  byPair(
    /\b(?:recordTarget|patientPerson|patientRole)\b/g,
    /\b(?:family|given)\b(?: [^:\n]{0,80})?: {0,4}[A-Za-z]/g,
    4_000,
  ),
  byPattern(/PNA\+PAT\+[^'\n]{0,120}(?:SU|FO):[A-Za-z]/g),
  byPattern(/DICOM PatientName: ?[A-Za-z\u00c0-\uffff]/g),
];
