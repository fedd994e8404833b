import type { Recogniser, Section, Seen } from "../recogniser.ts";

/** What is written about somebody: a resource of one of these kinds. */
const resource =
  /"resourceType"\s{0,4}:\s{0,4}"(?:Observation|Condition|MedicationRequest|MedicationStatement|MedicationDispense|DiagnosticReport|AllergyIntolerance|Procedure|Encounter|Immunization|CarePlan|ServiceRequest|Composition|ClinicalImpression|Appointment|Task|DocumentReference|QuestionnaireResponse|FamilyMemberHistory)"/;
/** Who it is about, by name. */
const subject =
  /"(?:subject|patient|for|beneficiary)"\s{0,4}:\s{0,4}\{[^{}]{0,200}?"display"\s{0,4}:\s{0,4}"(?!Patient\b|Example|string|Name\b)[^"\n]{2,60}[A-Za-z]"/g;
const opening = /^\s*[{[]/;
const most = 60;

/** A record of FHIR whose subject is named, though no Patient stands beside it. */
export const fhirSubject: Recogniser<"fhir-subject"> = {
  name: "fhir-subject",
  kind: "structured-record",
  source: "FHIR R4: Reference.display of a clinical resource's subject",
  *see({ text }: Section): Generator<Seen> {
    if (!opening.test(text) || !resource.test(text)) return;
    let seen = 0;
    for (const { 0: words, index } of text.matchAll(subject)) {
      yield { start: index, end: index + words.length };
      if (++seen >= most) return;
    }
  },
  flags: [
    '{"resourceType":"Observation","subject":{"reference":"Patient/8","display":"Ada Moss"}}',
    '{"resourceType":"Composition","subject":{"display":"Tom Reed"}}',
  ],
  passes: [
    '{"resourceType":"Observation","subject":{"reference":"Patient/8"}}',
    '{"resourceType":"StructureDefinition","subject":{"display":"Ada Moss"}}',
    '{"resourceType":"Observation","subject":{"display":"string"}}',
    'The body: {"resourceType":"Observation","subject":{"display":"Ada Moss"}}',
  ],
};
