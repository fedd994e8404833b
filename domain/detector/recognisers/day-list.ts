import { isOfHealth } from "../health.ts";
import { matchesOf } from "../places/matches.ts";
import type { Recogniser, Seen } from "../recogniser.ts";
import { body } from "../words/body.ts";

const rows = matchesOf(
  /(?:^|\n)[ \t]{0,8}(?:0?[7-9]|1\d|2[01])(?:[:.]?[0-5]\d)(?: ?[ap]m)?[ \t,|\u2013-]{1,6}(?:[A-Za-z\u00c0-\u024f'\u2019-]{2,24}[ ,]{1,2}|(?:[A-Z]\.? ?){1,2}[ ]?)[A-Za-z\u00c0-\u024f'\u2019-]{2,24}[^\n]{0,80}/g,
);
/** Who works when, or comes to be shown something, is no patient. */
const ofStaff =
  /\b(?:rota|shifts?|cover|desk|on call|interviews?|second interview|w\/c|week commencing|cpd|agenda|minutes|work experience|visitors|contractors?|company|delegates?|courses?|conference|symposium|programme|workshops?|registration|speakers?|coffee|lunch)\b/i;
const care = new RegExp(
  `\\b(?:${body}|review|new pt|new patient|np|f\\/u|follow-?up|initial|consultation|wk \\d+|weeks? \\d+|DNA|ooP|OOP|mcs?|#)\\b`,
  "i",
);
/** Whoever is called so gives the talk. */
const clinician = /^[\s\d:.apm|,\u2013-]{0,24}(?:Dr|Prof|Professor)\b/;
/** Rows that make a list. */
const fewest = 3;

/** A day's list of a clinic as lines: a time, two words that can be a name, and what is the matter. */
export const dayList: Recogniser<"day-list"> = {
  name: "day-list",
  kind: "people-list",
  source: "House rule: lists of a day that a clinic prints or types",
  *see(section) {
    if (ofStaff.test(section.text.slice(0, 2_000))) return;
    const seen: Seen[] = [];
    for (const found of rows(section)) {
      if (seen.length >= 100) break;
      if ((care.test(found[0]) || isOfHealth(found[0])) && !clinician.test(found[0]))
        seen.push({ start: found.index, end: found.index + found[0].length });
    }
    if (seen.length >= fewest) yield* seen;
  },
  flags: ["09:00 ada moss  knee review\n09:30 tom reed  new, shoulder\n10:00 may lin  back"],
  passes: [
    "09:00 Opening talk\n09:30 Coffee break\n10:00 Budget review",
    "09:00 ada moss knee",
    "Rota\n09:00 ada moss hand clinic\n09:30 tom reed back class\n10:00 may lin review",
  ],
};
