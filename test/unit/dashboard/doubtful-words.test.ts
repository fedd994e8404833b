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

/** Given names and surnames alone, many of them ordinary English words: British, Welsh, Irish, Polish, Indian, Arabic, African, Chinese. */
const alone =
  `Rose Grace Mark Will Moss May June April Hope Faith Joy Bill Frank Jack Ray Rob Sue Pat Art Dawn Eve Ivy Lily
  Daisy Poppy Violet Holly Heather Hazel Ruby Pearl Amber Jade Crystal Gene Guy Miles Cliff Glen Dale Brook Brooke
  Forest River Rowan Ash Robin Jay Martin Drew Chase Chance Chip Buck Bud Duke Earl Dean Max Sky Summer Autumn
  Winter Bliss Honor Constance Prudence Patience Charity Mercy Harmony Melody Carol Penny Sandy Rusty Rich Dick
  Nick Josh Pete Tom Van Wade Lance Reed Reid Page Paige Story Drake Wren Lark Iris Fern Olive Basil Sage Ginger
  Clementine Cherry Precious Blessing Goodness Sunday Friday Monday Destiny Trinity Angel Christian Major Bishop
  Abbot Norman Roman German Frances Florence Paris Sydney Chelsea Austin Jordan Israel India Asia Kenya Ireland
  Holland Welsh Scott Irish Angharad Llewelyn Gwen Sion Sian Rhys Dilwyn Eirlys Nia Aled Dai Ifor Cerys Mair Haf
  Glaw Seren Eira Siobhan Niamh Aoife Caoimhe Tadhg Oisin Roisin Grainne Cian Eoin Orla Agnieszka Grzegorz
  Malgorzata Zofia Ola Ewa Jan Bartek Kasia Wojtek Harpreet Rajinder Anita Sita Ravi Kiran Amar Jyoti Deepa Dev
  Nusrat Begum Ali Omar Noor Amin Imam Sheikh Mohammed Fatima Layla Hassan Iman Nur Salma Hadi Okafor Chidi Ngozi
  Ade Kofi Kwame Amina Musa Femi Temi Tunde Oluwaseun Abebe Wei Li Ming Hong Mei Xiu An Bo Yang Chen Wang Long
  Song Sun King Young Ho Fan Man Sin`.split(/\s+/);
const days = /day$/;

describe("a single name is marked where it is used as one", () => {
  test.each<[string, (name: string) => string]>([
    ["at a beginning", (name) => `It went out. ${name} said her knee hurts.`],
    ["in a line of its own", (name) => `Went out\n${name} called us`],
    ["within", (name) => `and then ${name} came back for the scan`],
    ["in small letters, with what they did", (name) => `${name.toLowerCase()} rang at noon`],
  ])("%s", (_, place) => {
    expect(
      alone.filter(
        (name) =>
          !marked(place(name))
            .join(" ")
            .includes(place(name).includes(name) ? name : name.toLowerCase()),
      ),
    ).toEqual([]);
  });

  test.each<[string, (name: string) => string]>([
    ["whom it was for", (name) => `The letter for ${name} went astray.`],
    ["whose it was", (name) => `${name}’s letter was read.`],
    ["whom we told", (name) => `We told ${name}, who was upset.`],
    ["after an initial", (name) => `J. ${name} was there.`],
    ["in small letters, whom it was about", (name) => `the notes of ${name.toLowerCase()} were open`],
  ])("%s", (_, place) => {
    const names = alone.filter((name) => !days.test(name));
    expect(
      names.filter((name) => !marked(place(name)).join(" ").toLowerCase().includes(name.toLowerCase())),
    ).toEqual([]);
  });

  test.each([
    ["Patient A was told.", "A"],
    ["A rang us.", "A"],
    ["Our patient, jw, was told.", "jw"],
    ["She (M.K.) came.", "M.K"],
    ["JO'B came.", "JO'B"],
    ["J. Okafor rang.", "J. Okafor"],
  ])("%s", (text, part) => expect(marked(text)).toContain(part));

  test.each([
    "It went by post and by law it may be read again.",
    "On Monday we called; a patient rang us on Sunday.",
    "The mark on the page will grow in spring.",
  ])("and not where it is none: %s", (text) => expect(marked(text)).toEqual([]));
});
