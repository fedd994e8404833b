import { byPattern, type Recogniser } from "../recogniser.ts";

/** A heading of reports, charts and cards, with what was written behind it on the same line. */
export const filledHeading: Recogniser<"filled-heading"> = {
  name: "filled-heading",
  kind: "treatment-note",
  source:
    "Headings of reports of laboratories, therapists, insurers, wards and theatres, where a value stands behind",
  see: byPattern(
    /(?:^|\n)[ \t#*-]{0,6}(?:identifying data|presenting condition|presentation|brief course|pertinent results|complications|specimens?(?: collected)?|macro(?:scopic)?|micro(?:scopic)?|cytology|culture|sensitivit(?:y|ies)|clinical|reason(?: for (?:test|scan|call))?|lmp|edd|parity|blood group|current (?:status|presentation|function)|presenting features|barriers|previous treatment|mobility|transfers|cognition|swallow(?:ing)?|nutrition|continence|mood|affect|risk(?: assessment)?|sleep|lives with|social|occupation|handed(?:ness)?|mechanism|site|side|type of wound|wound|obs(?:ervations)?|news2?|gcs|diagnosis and plan|recs|recommended|actions? agreed|agreed|review|next (?:visit|appt|appointment|review)|nv|tci|rtc|treatment(?: plan)?|session \d{1,3}|interventions?|progress|response|tolerance|situation|handover|advice given|areas? of need|strengths|history of injury|injury|symptoms|severity|frequency|triggers|triage(?: category)?|outcome|disposition|patient information|clinical question|body site|laterality|current medication|action list|illness severity)(?: \([^)\n]{1,24}\))?[ \t]{0,2}:[ \t]{0,4}(?![_.\u2026<{[(\u25a1\u2610]|(?:dd|insert|enter|please|select|tick|e\.g)\b)[A-Za-z0-9+\u2191\u2193~><][^\n]{2}/gi,
  ),
  flags: ["Clinical: RUQ pain", "Culture: E. coli", "Barriers: manual job", "Mood: low", "Wound: 4x3cm"],
  passes: ["Mood: ______", "Review:\n", "Outcome: [select]", "the review: later", "Type: invoice"],
};
