import { byPattern, type Recogniser } from "../recogniser.ts";
import { body } from "../words/body.ts";
import { namePart } from "./names.ts";

const somebody = `(?:${namePart}|[Tt]he (?:gent|gentleman|lady|man|woman|boy|girl|resident)|[Gg]ent|[Ll]ady|[Rr]esident|[Mm]um|[Dd]ad)`;
const illness = `(?:${body}|falls?|fell|sats|abx|antibiotics|thinners|breath(?:ing|less)?|painful|bruised|confused|catheter|dressing|weight-?bearing|physio|discharged?|admitted)`;

/** Where there is none, nobody is looked for: names stand everywhere. */
const place = /\b(?:room|bay|bed|flat|cubicle) ?[A-Z]?\d/;
const inPlace = byPattern(
  new RegExp(
    `(?<![A-Za-z])${somebody},? (?:is )?(?:in|from) (?:room|bay|bed|flat|cubicle|side room) ?[A-Z]?\\d{1,3}\\b[^\\n]{0,120}?\\b${illness}\\b`,
    "g",
  ),
);

/** Somebody in a room, bay or bed, and what is the matter: a message of a home or a ward, which gives first names alone. */
export const inBed: Recogniser<"in-bed"> = {
  name: "in-bed",
  kind: "name",
  source: "House rule: messages and hand-overs of care homes and wards",
  *see(section) {
    if (place.test(section.text)) yield* inPlace(section);
  },
  flags: [
    "Doris in room 4 had a fall again last night",
    "gent in bay 3 (Stanislaw, 79) was up all night with his chest",
  ],
  passes: ["Maya in room 4 at nine", "The couch in room 3 has been repaired", "the scanner in room 2"],
};
