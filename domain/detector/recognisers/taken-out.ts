import { byPattern, type Recogniser } from "../recogniser.ts";

/** What stands in a note for a name, a place or a day that was taken out of it: in the middle of a sentence. */
export const takenOut: Recogniser<"taken-out"> = {
  name: "taken-out",
  kind: "treatment-note",
  source: "Marks of notes whose identifiers were taken out: [**…**], XXXX, ___, <PERSON>, [REDACTED]",
  see: byPattern(
    /\[\*\*[^\n[\]]{0,60}\*\*\]|(?<![A-Z/])XXXX(?![A-Z/])|\b(?:Drs?\.?|Mr\.?|Mrs\.?|Ms\.?|on|at|by|from|since|in) _{2,3}(?!_)|(?<!_)_{3} (?:year|y\.?o\.?|yo|M|F|man|woman|male|female|with|is|was|w\/)\b|<(?:PERSON|NAME|DATE(?:_TIME)?|LOCATION|HOSPITAL|AGE|PATIENT)>|\[(?:REDACTED|NAME|PERSON|PATIENT|DATE|LOCATION|EMPLOYER|HOSPITAL|CLINICIAN)\] (?:was|is|has|had|reports|denies|presented|attended|states|came|told|underwent|for)\b|\b(?:at|by|for|in|with) \[(?:REDACTED|HOSPITAL|EMPLOYER|LOCATION|CLINICIAN)\]/g,
  ),
  flags: [
    "seen at [**Hospital1 **]",
    "Comparison: XXXX, XXXX",
    "transferred on ___ by Dr. ___",
    "___ year old with pain",
    "[NAME] was seen today",
  ],
  passes: ["Name: ______", "Date: ___", "card ending XXXX/12", "Dear [NAME]", "[date]"],
};
