import { matchesOf } from "../places/matches.ts";
import type { Recogniser, Seen } from "../recogniser.ts";

/** Words of what a clinic mails about itself, by matter; a single one of them stands in a patient's letter too. */
const matters: readonly string[] = [
  // Premises and neighbours.
  "leases?|landlords?|tenan(?:t|cy)|rent|solicitors?|land agent|surveyors?|fenc(?:e|ing)|hedges?|boundary|drains?|gutter(?:s|ing)?|roof|planning permission|party wall|premises|builders?|plaster(?:er|ing)|decorator|car park|parking|bins|groundworks?|scaffold\\w*|two coats|damp|boilers?|heating|plumb(?:er|ing)|electricians?|radiators?",
  // Goods, suppliers and machines.
  "delivery (?:note|date|address)|deliver to|back order|out of stock|in good order|purchase order|order (?:no|number)|your order|qty|couch roll|gloves|box(?:es)? of|service report|serial (?:no|number)|engineer|warranty|calibrat\\w+|electrical safety|account manager|overdue|supplier|invoice no|plus vat|treatment couch|cartridges?|handpiece",
  // Feasts, meals and thanks among colleagues.
  "christmas (?:lunch|party|dinner|do)|xmas|leaving do|secret santa|starters?|puddings?|trifle|turkey|vegetarian|vegan|nut roast|raffle|rsvp|retirement|menu|team lunch|whole team",
  // Who works when.
  "rota|shifts?|w\\/c|week commencing|front desk|back office|close up|on call|annual leave|lunch cover|sickness cover|late clinic",
  // Meetings, courses and those who apply.
  "minutes of|apologies|any other business|matters arising|agenda|cpd|certificate of attendance|delegates?|interview panel|work experience|journal club|visitors['\\u2019]? book|keyholders?|alarm code",
];
/** One pass for all matters: each is a group. */
const ofAny = matchesOf(new RegExp(`\\b(?:${matters.map((words) => `(${words})`).join("|")})\\b`, "gi"));
/** Different words of a matter that are told. */
const wordsAtMost = 20;
/** Different words of one matter that make a paper of the house. */
const fewest = 2;

export const housePaper: Recogniser<"house-paper"> = {
  name: "house-paper",
  kind: "other-paper",
  source: "House rule: what a clinic mails about its premises, goods, staff and meetings",
  *see(section) {
    const seen = matters.map(() => new Map<string, Seen>());
    for (const found of ofAny(section)) {
      const [word, ...groups] = found;
      const words = seen[groups.findIndex((group) => group !== undefined)];
      const key = word.toLowerCase();
      if (words && !words.has(key) && words.size < wordsAtMost)
        words.set(key, { start: found.index, end: found.index + word.length });
    }
    for (const words of seen) if (words.size >= fewest) yield* words.values();
  },
  flags: [
    "the renewal of the lease; the roof and stairs",
    "Christmas lunch: turkey or nut roast",
    "Reception rota: 08:00 Jo, front desk",
    "Delivery note. Box of gloves",
  ],
  passes: [
    "She fell off the roof",
    "covering letter",
    "Mrs Moss rang about her knee",
    "late for the appointment",
  ],
};
