import { byPattern, type Recogniser } from "../recogniser.ts";
import { body } from "../words/body.ts";
import { namePart } from "./names.ts";

const visit = `(?:${body}|initial|assessment|follow-? ?up|f\\/u|review|new patient|np|treatment|consultation|massage|session|physio\\w*|podiatry|osteo\\w*|check-?up|appointment)`;

/** An entry of a calendar that names somebody and what he or she comes for. */
export const bookedEvent: Recogniser<"booked-event"> = {
  name: "booked-event",
  kind: "people-list",
  source: "RFC 5545, iCalendar: SUMMARY; House rule: how clinics title the entries of a diary",
  see: byPattern(
    new RegExp(
      `(?:^|\\n)SUMMARY[^\\n:]{0,40}:[ ]?(?:(?:Mrs?|Ms|Miss|Mx)\\.? )?${namePart} ${namePart}(?: ${namePart})?[ ]?(?:[-\\u2013:,(|/]|for |re )[^\\n]{0,60}?\\b${visit}\\b`,
      "gi",
    ),
    ({ words }) =>
      !/\b(?:CPD|training|meeting|lunch|course|journal|update|talk|team|staff|interview|webinar|class|engineer|service|delivery|supervision|appraisal)\b/i.test(
        words,
      ),
  ),
  flags: ["SUMMARY:Nkechi Obi - initial assessment (neck)", "SUMMARY:Pawel Lis - follow up"],
  passes: [
    "SUMMARY:CPD evening - heel pain update",
    "SUMMARY:Team lunch and shoulder journal club",
    "SUMMARY:Maya Lindqvist - annual leave",
  ],
};
