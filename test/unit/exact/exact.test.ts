import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explained } from "#domain/detector/explain";
import { judge } from "#domain/detector/judge";
import { daysOf } from "#domain/exact/birthday";
import { askedAtMost, knownIn, withKnown } from "#domain/exact/known";
import { pairsOf } from "#domain/exact/names";
import { falseMatch, headBytes, readTable, tableOf, tokensIn } from "#domain/exact/table";
import { dayText, emailAddress, emailText, healthNumber, nameText, numberText } from "#domain/exact/tokens";
import { key, listOf, token, tokenBy } from "./mark.ts";

const reading = (text: string) => ({
  text,
  format: "text",
  read: { unit: "byte" as const, done: text.length, of: text.length },
});

/** As the list has it, and ways in which letters write the same person. */
const communities: readonly [who: string, given: string, surname: string, written: readonly string[]][] = [
  ["English", "Ada", "Moss", ["Ada Moss", "MOSS, Ada", "Mrs ada moss", "Moss Ada", "Ada Jane Moss"]],
  ["double-barrelled", "Ada", "Smith-Jones", ["Ada Smith Jones", "SMITH-JONES, ADA", "Ada Smith–Jones"]],
  [
    "Welsh",
    "Dafydd",
    "ap Gwilym",
    ["Dafydd ap Gwilym", "Dafydd Gwilym", "GWILYM Dafydd", "Dafydd ab Gwilym"],
  ],
  ["Scottish", "Mairi", "MacDonald", ["Màiri McDonald", "Mairi Mac Donald", "MCDONALD, Mairi"]],
  ["Irish", "Seán", "O’Brien", ["Sean O'Brien", "Séan O Brien", "OBRIEN Sean", "Sean Ó Brien"]],
  ["Polish", "Łucja", "Wałęsowska", ["Lucja Walesowska", "WAŁĘSOWSKA Łucja", "łucja wałęsowska"]],
  ["Romanian", "Ștefan", "Țurcanu", ["Stefan Turcanu", "Ştefan Ţurcanu", "TURCANU, Stefan"]],
  ["South Asian", "Harpreet Kaur", "Sandhu", ["Harpreet Sandhu", "Harpreet Kaur Sandhu", "Sandhu Harpreet"]],
  ["Arabic", "Yusuf", "al-Hassan", ["Yusuf Al Hassan", "Yusuf Alhassan", "YUSUF HASSAN", "Al-Hassan, Yusuf"]],
  ["Turkish", "Işıl", "Yıldırım", ["Isil Yildirim", "IŞIL YILDIRIM", "İşil Yildirim"]],
  ["Nigerian", "Olúwaṣeun", "Adébáyọ̀", ["Oluwaseun Adebayo", "ADEBAYO Oluwaseun"]],
  ["Caribbean", "D'Andre", "St. Hilaire", ["D’Andre St Hilaire", "Dandre St.Hilaire", "ST HILAIRE, DAndre"]],
  ["Chinese", "Xiao Ming", "Wang", ["Wang Xiaoming", "Xiao-Ming Wang", "Wang Xiao Ming", "WANG, Xiaoming"]],
  ["Portuguese", "João", "dos Santos", ["Joao dos Santos", "DOS SANTOS João", "João Dos-Santos"]],
  ["Ukrainian", "Олена", "Шевченко", ["Олена Шевченко", "ШЕВЧЕНКО Олена"]],
  ["German", "Jörg", "Weißhaupt", ["Jorg Weisshaupt", "WEISSHAUPT, Jörg"]],
  ["Vietnamese", "An", "Do", ["An Do", "DO An"]],
];

describe("names of everybody a clinic serves", () => {
  test.each(communities)("%s: %s %s", (_, given, surname, written) => {
    const table = listOf({ people: [[given, surname, "1961-03-12"]] });
    for (const name of written)
      for (const form of ["NFC", "NFD"] as const) {
        const text = `Re: ${name}, born on 12/03/1961, of this town.`.normalize(form);
        const [place, ...others] = knownIn(text, table, token);
        expect(place, name).toBeDefined();
        expect(others).toEqual([]);
        expect(text.slice(place?.start, place?.end).length).toBeGreaterThan(4);
      }
    expect(knownIn("Re: Tom Reed, born on 12/03/1961", table, token)).toEqual([]);
    expect(knownIn(`Re: ${given} ${surname}, born on 13/03/1961`, table, token)).toEqual([]);
  });

  test("in one column: surname first behind a comma, titles and middle names", () => {
    const same = (full: string, given: string, surname: string) =>
      pairsOf({ full }).some((pair) => pairsOf({ given, surname }).includes(pair));
    for (const full of ["Moss, Ada", "Mrs Ada Moss", "ADA MOSS", "Ada Jane Moss"])
      expect(same(full, "Ada", "Moss"), full).toBe(true);
    for (const full of ["Wang Xiao Ming", "Xiao Ming Wang", "Wang Xiaoming"])
      expect(same(full, "Xiao Ming", "Wang"), full).toBe(true);
    expect(same("Anna Lord", "Anna", "Lord")).toBe(true);
    expect(same("de la Cruz, María José", "Maria", "De La Cruz")).toBe(true);
    for (const full of ["Moss", "", "A. Moss", "Moss, A", "—"]) expect(pairsOf({ full }), full).toEqual([]);
  });

  test("neither case, Unicode form, marks nor order of a name makes a difference", () => {
    const name = fc
      .array(fc.constantFrom(..."abcdeghklmnorstuéèüñłşțøőąъяλ".split("")), { minLength: 3, maxLength: 9 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(name, name, (given, surname) => {
        const [pair] = pairsOf({ given, surname });
        const unmarked = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
        for (const [one, other] of [
          [given.toUpperCase(), surname.toUpperCase()],
          [given.normalize("NFD"), surname.normalize("NFKD")],
          [unmarked(given), unmarked(surname)],
          [surname, given],
        ] as const)
          expect(pairsOf({ given: one, surname: other })).toContain(pair);
        expect(pairsOf({ full: `${surname}, ${given}` })).toContain(pair);
      }),
    );
  });

  test("two different people don’t match", () => {
    const letters = fc.array(fc.constantFrom(..."bcdfgijknpqrtuvwxyz".split("")), {
      minLength: 3,
      maxLength: 8,
    });
    const name = letters.map((all) => all.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 3, maxLength: 3 }), ([given, surname, other]) => {
        const table = listOf({ people: [[`Q${given}`, `Z${surname}`, "1961-03-12"]] });
        expect(knownIn(`Q${given} Z${surname}, 12.3.61`, table, token)).toHaveLength(1);
        expect(knownIn(`Q${given} Z${other}, 12.3.61`, table, token)).toEqual([]);
        expect(knownIn(`Q${other} Z${surname}, 12.3.61`, table, token)).toEqual([]);
      }),
    );
  });
});

test.each([
  ["12/03/1961", ["1961-03-12"]],
  ["12.03.61", ["1961-03-12", "2061-03-12"]],
  ["12-Mar-1961", ["1961-03-12"]],
  ["12 March '61", ["1961-03-12", "2061-03-12"]],
  ["12th of March 1961", ["1961-03-12"]],
  ["March 12, 1961", ["1961-03-12"]],
  ["12 Mawrth 1961", ["1961-03-12"]],
  ["1961-03-12", ["1961-03-12"]],
  ["19610312", ["1961-03-12"]],
  ["120361", ["1961-03-12", "2061-03-12"]],
  ["12031961", ["1961-03-12"]],
  ["3/29/1982", ["1982-03-29"]],
  ["29/02/1961", []],
  ["45/13/1961", []],
  ["March 1961", []],
  ["tomorrow", []],
])("the birthday %s is %j", (written, days) => expect(daysOf(written)).toEqual(days));
test("a file may write its months first", () => expect(daysOf("03/12/1961", true)).toEqual(["1961-03-12"]));

describe("what the detector reads as a birthday is looked into", () => {
  const table = listOf({ people: [["Ada", "Moss", "1961-03-12"]] });
  test.each([
    "Patient: Ada Moss\nDOB 12/03/1961",
    "D.O.B.: 12.03.61, Ada Moss",
    "Ada Moss (born 12 March '61)",
    "Ada Moss DOB120361",
    "name,dob,postcode\nAda Moss,1961-03-12,M1 1AA",
    "Moss | Ada | 12-Mar-1961",
    "Dyddiad geni: 12 Mawrth 1961. Enw: Ada Moss",
    "ADA MOSS 12TH OF MARCH 1961",
    "On 3/4/2024 she came. Ada Moss, date of birth 12/03/1961, was well on 5/4/2024.",
  ])("%j", (text) => expect(knownIn(text, table, token)).toHaveLength(1));
  test.each([
    "Ada Moss came on 4/4/2024",
    "12/03/1961",
    `Ada Moss${" and others of this town".repeat(20)} 12/03/1961`,
    "Ada Reed and Tom Moss, 13/03/1961",
  ])("not %j", (text) => expect(knownIn(text, table, token)).toEqual([]));
});

describe("numbers and addresses", () => {
  const table = listOf({ numbers: ["9990000018"], emails: ["ada.moss@mail.example"] });
  test.each(["999 000 0018", "NHS9990000018.pdf", "999-000-0018", "mail Ada.Moss+clinic@MAIL.example today"])(
    "%s is known",
    (text) => expect(knownIn(text, table, token)).toHaveLength(1),
  );
  test.each([
    "On 3 Nov 2026 at 10:00, Ada Moss <ada.moss@mail.example> wrote:\n> Thank you",
    "> On 3 Nov 2026, Ada Moss\n> <ada.moss@mail.example> wrote:",
    "Thank you\nFrom: Ada Moss <ada.moss@mail.example>\nSent: 3 November 2026\nSubject: Tickets",
  ])("is not named by a quoted header: %s", (text) => {
    expect(knownIn(text, table, token)).toEqual([]);
  });
  test.each([
    "On Monday ada.moss@mail.example was seen",
    "From: ada.moss@mail.example",
    "ada.moss@mail.example wrote: no",
    "On 3 Nov 2026, Ada Moss <ada.moss@mail.example> wrote:\n> 999 000 0018",
  ])("is named all the same: %s", (text) => {
    expect(knownIn(text, table, token)).toHaveLength(1);
  });
  test.each(["999 000 0026", "999 000 0019", "ada@mail.example", "ada.moss@mail.example.org"])(
    "%s is not",
    (text) => expect(knownIn(text, table, token)).toEqual([]),
  );
  test("are refused where they are none", () => {
    expect(["943 476 5918", "0000000000", "12", ""].map(healthNumber)).toEqual(["", "", "", ""]);
    expect(["ada", "@mail.example", "+x@mail.example", "a b@mail.example"].map(emailAddress)).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });
});

test("a token of one kind never answers for another, nor under another key", () => {
  const texts = [
    nameText("ada\nmoss", "1961-03-12"),
    dayText("1961-03-12"),
    numberText("9990000018"),
    emailText("9990000018"),
  ];
  expect(new Set(texts.map(token)).size).toBe(4);
  const table = readTable(tableOf(key, Float64Array.of(token(numberText("9990000018")))));
  expect(table?.has(token(numberText("9990000018")))).toBe(true);
  expect(table?.has(token(emailText("9990000018")))).toBe(false);
  expect(table?.has(tokenBy(new Uint8Array(32))(numberText("9990000018")))).toBe(false);
});

test("a list of a thousand people is looked into for so long and no longer", () => {
  const table = listOf({ people: [["Ada", "Moss", "1961-03-12"]] });
  let asked = 0;
  const counted = {
    has: (one: number) => {
      asked++;
      return table.has(one);
    },
  };
  const many =
    "Xerxes Yoder Zebra Quill Vortex Wimble Krill Jolt 12/03/1961 Tumble Nettle Brisk Crumb\n".repeat(2_000);
  expect(knownIn(many, counted, token)).toEqual([]);
  expect(asked).toBeLessThanOrEqual(askedAtMost + 2);
  expect(knownIn("Ada Moss 12/03/1961\n".repeat(500), table, token)).toHaveLength(20);
});

describe("a verdict", () => {
  const table = listOf({ people: [["Ada", "Moss", "1961-03-12"]] });
  const judged = (text: string) => withKnown(judge(reading(text)), knownIn(text, table, token));
  test("is strong where somebody of the list is named, and says so without a word of the text", () => {
    const text = "Please book the hall for Ada Moss (12 March 1961), tables for eight.";
    expect(judge(reading(text)).strength).not.toBe("strong");
    const verdict = judged(text);
    expect(verdict.strength).toBe("strong");
    expect(verdict.findings[0]?.kind).toBe("known-patient");
    expect(explained(verdict)).toBe("It has a person of the clinic’s own list.");
    expect(JSON.stringify(verdict)).not.toMatch(/moss/i);
  });
  test("is as it was for anybody else", () => {
    const text = "Please book the hall for Tom Reed (12 March 1961), tables for eight.";
    expect(judged(text)).toEqual(judge(reading(text)));
  });
});

describe("a table", () => {
  test("is read again as it was written, each token once", () => {
    const tokens = Float64Array.of(2 ** 48 - 1, 0, 7, 7, 2 ** 24, 2 ** 24 - 1);
    const table = readTable(tableOf(key, tokens));
    expect(table?.count).toBe(5);
    expect(table?.key).toEqual(key);
    for (const one of tokens) expect(table?.has(one)).toBe(true);
    for (const one of [1, 8, 2 ** 47, 2 ** 24 + 1]) expect(table?.has(one)).toBe(false);
  });
  test("that is cut, longer, of another kind or empty of its head is none", () => {
    const bytes = tableOf(key, Float64Array.of(1, 2, 3));
    expect(tokensIn(bytes, bytes.length)).toBe(3);
    expect(readTable(bytes.subarray(0, bytes.length - 1))).toBeUndefined();
    expect(readTable(Uint8Array.from([...bytes, 0]))).toBeUndefined();
    expect(readTable(bytes.with(0, 1))).toBeUndefined();
    expect(readTable(bytes.subarray(0, headBytes - 1))).toBeUndefined();
    expect(readTable(tableOf(key, new Float64Array(0)))?.count).toBe(0);
  });

  test("of 200,000 patients has the size and the rate of false matches that are stated", () => {
    // 640,000 tokens from a fixed generator: what HMAC gives is as evenly spread.
    const tokens = new Float64Array(640_000);
    let state = 20261201;
    const next = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return (mixed ^ (mixed >>> 14)) >>> 0;
    };
    const random = () => (next() >>> 8) * 2 ** 24 + (next() >>> 8);
    for (let place = 0; place < tokens.length; place++) tokens[place] = random();
    const bytes = tableOf(key, tokens);
    const table = readTable(bytes);
    expect(bytes.length).toBeLessThanOrEqual(headBytes + 640_000 * 6);
    expect(bytes.length / 1e6).toBeCloseTo(3.84, 1);
    expect(falseMatch(640_000)).toBeLessThan(2.3e-9);
    // In a space cut to its highest 28 bits the same table answers wrongly as often as reckoned: 640,000 / 2^28.
    const heads = new Set(Array.from(tokens, (one) => Math.floor(one / 2 ** 20)));
    let wrong = 0;
    for (let i = 0; i < 400_000; i++) if (heads.has(Math.floor(random() / 2 ** 20))) wrong++;
    expect(wrong / 400_000 / (640_000 / 2 ** 28)).toBeGreaterThan(0.8);
    expect(wrong / 400_000 / (640_000 / 2 ** 28)).toBeLessThan(1.2);
    let matched = 0;
    for (let i = 0; i < 400_000; i++) if (table?.has(random())) matched++;
    expect(matched).toBe(0);
  });
});
