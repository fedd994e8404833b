import { describe, expect, test } from "vitest";
import { doubtsIn } from "../../../dashboard/src/lib/registers/incidents/check/doubtful-words.ts";

const known: ReadonlySet<string> = new Set(["Priya", "Raman", "Harbour", "Canterbury"]);
const marked = (text: string) => doubtsIn(text, known).map(({ start, end }) => text.slice(start, end));

/** Invented people; none of these names stands in a list of ours. */
const names =
  `Agnieszka Wójcik;Grzegorz Brzęczyszczykiewicz;Małgorzata Nowak;Agnieszka-Wojcik;Llŷr ap Gwŷr;Siân Prydderch;
Angharad Llewelyn;Iolo Pugh;Siobhán Ní Dhomhnaill;Caoimhe O’Shea;Tadhg Mac Giolla;Aoife Breathnach;Harpreet Kaur;
Rajinder Singh Gill;Nusrat Begum;Thanuja Wickramasinghe;Venkatesan Subramaniam;محمد الهاشمي;فاطمة الزهراء;王小明;李娜;
張偉;Nguyễn Thị Hương;Оксана Шевченко;अनिता शर्मा;ਹਰਪ੍ਰੀਤ ਕੌਰ;שרה לוי;Olumide Adéwálé;Þórður Jónsson;Jane Moss;Rose Carter;
Mark Wright;Will Young;Grace Hope`
    .split(/;\s*/)
    .map((name) => name.trim());
const places = [
  (name: string) => `The letter about ${name} went to the wrong address.`,
  (name: string) => `${name} rang on Monday and asked for it.`,
  (name: string) => `It was read aloud. ${name} heard it.`,
  (name: string) => `We called (${name}), who had not had it`,
  (name: string) => `Went out\n${name}\nyesterday`,
];

describe("whoever is named by a word of any script is marked", () => {
  test.each(names)("%s", (name) => {
    for (const place of places) {
      const found = marked(place(name)).join(" ");
      for (const part of name.split(/[ -]/)) if (part !== "ap") expect(found).toContain(part);
    }
  });

  test.each(["agnieszka wojcik", "harpreet kaur", "siobhan", "nguyen", "mohammed", "okafor", "prydderch"])(
    "in small letters: %s",
    (name) => expect(marked(`the notes of ${name} were open`)).toEqual([name]),
  );

  test.each([
    ["It was J.M. who called.", "J.M"],
    ["Seen by J. Smith.", "J. Smith"],
    ["The notes of AW lay open.", "AW"],
    ["Born on 12-03-1961.", "12-03-1961"],
    ["Born 12 March 1961.", "1961"],
    ["Born 12.3.61.", "12.3.61"],
    ["Number 48213 went out.", "48213"],
    ["Her file is CT1 and A123456.", "CT1"],
    ["٩٤٣٤٧٦ went out.", "٩٤٣٤٧٦"],
    ["Sent to ada@elsewhere.example today.", "ada@elsewhere.example"],
    ["Agn\u00adieszka came.", "Agn\u00adieszka"],
    ["\uff21\uff44\uff41 came.", "\uff21\uff44\uff41"],
  ])("%s", (text, part) => expect(marked(text)).toContain(part));
});

test.each([
  "A list of appointments went to an address outside the clinic.",
  "The password was changed, and every open session of the mailbox was ended.",
  "Fourteen letters lay in the mailbox. Nobody knows who has it; we asked the provider.",
  "Priya called the ICO on Monday at 10:41, and Canterbury's receptionist was told within 2 days.",
  "Deleted by the recipient on 24 May 2026; auto-completion of addresses was turned off.",
  "We can't know whether it was read. It's likely that the GP's office didn't open it.",
  "Physiotherapists share one login at the front desk: that ends on 1 June 2026.",
])("ordinary words, hours and the clinic's own people are not: %s", (text) =>
  expect(marked(text)).toEqual([]),
);
