import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasValidCheckDigit, rangeOf } from "#domain/detector/check-digit";
import { judge } from "#domain/detector/judge";
import type { Context, Reading } from "#domain/detector/verdict";
import { bias } from "#domain/detector/weights";
import { junk } from "../../bench/detector/junk.ts";
import { processorCost } from "../../support/processor-cost.ts";

const reading = (text: string, more: Partial<Reading> = {}): Reading => ({
  text,
  format: "text",
  read: { unit: "byte", done: text.length, of: text.length },
  ...more,
});
const fromCliniko: Context = { provenance: { system: "cliniko", at: "10:41", how: "downloaded" } };

const clinicLetter = `Harbour Aesthetics & Physio
14 Quay Street, Harbour, M1 1AA

Dear Dr Voss,

Re: Mrs Ada Moss, DOB 12/03/1961, NHS number 999 000 0018

Thank you for referring this pleasant lady with right shoulder pain. On examination there was
tenderness over the biceps tendon and reduced abduction. An ultrasound shows a partial tear.
Plan: physiotherapy and naproxen 500 mg bd.

Yours sincerely
Maya Lindqvist
Physiotherapist
cc: GP`;

const treatmentNote = `Treatment note
Patient: Tom Reed
DOB: 01/02/1970
Subjective: reports low back pain radiating to the left leg for 3 weeks. Denies numbness.
Objective: lumbar flexion limited, palpation tenderness L4.
Treatment today: manual therapy. Plan: review in 2 weeks.`;

const patients: readonly (readonly [name: string, text: string])[] = [
  ["a clinic letter", clinicLetter],
  ["a letter without a number", clinicLetter.replace(", NHS number 999 000 0018", "")],
  ["a treatment note", treatmentNote],
  ["one line with a number", "Please see the scan of NHS number 999 000 0018."],
  ["a Scottish letter", "Re: Mr Ian Reid\nCHI: 0101901232\nwas seen in the clinic with asthma."],
  ["a Northern Irish line", "H&C number 320 000 0007, for review"],
  [
    "a list",
    "Name,DOB,NHS number,Ward\nAda Moss,12/03/1961,9990000018,4\nTom Reed,01/02/1970,9990000026,4\n",
  ],
  [
    "a list without numbers",
    "Name\tDate of birth\tAppointment\tClinic\nAda Moss\t12/03/1961\t09:00\tKnee\nTom Reed\t01/02/1970\t09:30\tHip\nMay Lin\t03/04/1980\t10:00\tHip",
  ],
  [
    "a lab report",
    "Patient Name: Ada Moss\tHospital No: X123456\tDOB: 12/03/1961\nHaemoglobin 132 g/L\nSodium 141 mmol/L\nCreatinine 80 umol/L",
  ],
  [
    "an HL7 message",
    "MSH|^~\\&|LAB|H|GP|P|20240101||ORU^R01|1|P|2.5\rPID|1||9990000018^^^NHS||MOSS^ADA||19610312|F",
  ],
  [
    "an invoice with treatment",
    "Invoice 40717\nPatient: Ada Moss\nDate of birth: 12/03/1961\nInitial physiotherapy assessment, left knee osteoarthritis 65.00",
  ],
];

const harmless: readonly (readonly [name: string, text: string])[] = [
  [
    "a blank form",
    "NHS number: ____ ____ ____\nName: ______________\nDOB: dd/mm/yyyy\nAddress:\nDiagnosis:\nConsultant:\nDear ______,\nYours sincerely",
  ],
  [
    "a letter template",
    "Dear <<GP>>,\nRe: <<Title>> <<Surname>>, DOB <<DOB>>, NHS number {{nhsNumber}}\nThank you for referring this patient.\nYours sincerely",
  ],
  [
    "a policy",
    "Confidentiality policy. Staff must not send a patient's name, date of birth or NHS number by e-mail. Diagnosis, medication and treatment notes are confidential. An NHS number has ten digits, for example 943 476 5919.",
  ],
  [
    "an invoice for goods",
    "Invoice no. 9434765919\nQuillon Supplies, 2 Old Mill Lane, M1 1AA\nTel 0113 496 0018\n2 boxes of nitrile gloves 18.40\nDear Mr Harris, payment is due by 12/03/2024.\nYours sincerely",
  ],
  [
    "source code",
    'const nhsNumber = /\\d{3} ?\\d{3} ?\\d{4}/;\nfunction isPatient(name) { return name !== ""; }\n// date of birth: see parse()',
  ],
  [
    "a table of numbers",
    Array.from({ length: 300 }, (_, row) => `${4_000_000_000 + row * 7_919},${row * 3}`).join("\n"),
  ],
  [
    "a phone list",
    "Reception 020 7946 0018\nMaya Lindqvist 07700 900123\nJoss Merriden 07700 900456\nNorth Quay Surgery 01632 960123\nFax 0113 496 0018",
  ],
  [
    "a rota",
    "Rota for next week\nMonday: Maya, Joss. Tuesday: Lettie.\nRoom 3 is closed until 12 March 2024.",
  ],
  [
    "a leaflet",
    "Osteoarthritis is common. Paracetamol or ibuprofen may help. Your physiotherapist may suggest exercises. An x-ray or MRI is rarely needed. Diabetes and asthma are other conditions.",
  ],
  [
    "an order list",
    "Order,Product,Quantity,Price\n9434765919,Tape,4,12.40\n9990000018,Gloves,2,8.10\n9990000026,Cups,1,2.00",
  ],
  ["a blank table", "NHS number,Name,DOB,Ward\n,,,\n,,,\n,,,"],
];

describe("a document about an identifiable patient is strong", () => {
  test.each(patients)("%s", (_, text) => {
    const verdict = judge(reading(text), {});
    expect(verdict.strength).toBe("strong");
    const all = [...verdict.findings, ...(verdict.against ?? [])];
    const parts = all.reduce((sum, { weight }) => sum + weight, bias);
    expect(1 / (1 + Math.exp(-parts))).toBeCloseTo(verdict.score, 6);
    for (const { start, end } of verdict.findings) expect(text.slice(start, end)).not.toBe("");
  });
});

describe("a harmless document is not strong", () => {
  test.each(harmless)("%s", (_, text) => {
    expect(judge(reading(text), {}).strength).not.toBe("strong");
  });
});

test("provenance raises, and is said", () => {
  const text = "Knee exercises for Mrs Moss";
  expect(judge(reading(text), {}).strength).not.toBe("strong");
  const verdict = judge(reading(text), fromCliniko);
  expect(verdict.findings[0]?.kind).toBe("provenance");
  expect(verdict.score).toBeGreaterThan(judge(reading(text), {}).score);
});

test("patients counts different valid numbers, however often and however spaced", () => {
  const text =
    "NHS number 999 000 0018, NHS no 9990000018, NHS: 999-000-0026, CHI 0101901232, NHS 943 476 5918";
  expect(judge(reading(text), {}).patients).toBe(3);
});

test("an identifier's finding holds its last four digits and never its words", () => {
  const [finding] = judge(reading("NHS number 999 000 0018"), {}).findings;
  expect(finding).toEqual({
    kind: "nhs-number",
    start: 11,
    end: 23,
    weight: expect.any(Number),
    ending: "0018",
  });
});

describe("what was not read is never fine", () => {
  test.each([
    ["part of a file", { read: { unit: "page", done: 3, of: 9 } }],
    ["a scan", { unreadable: "too-faint" }],
    ["a locked file", { unreadable: "locked" }],
  ] as const)("%s without findings is unreadable", (_, more) => {
    expect(judge(reading("nothing here", more), {}).strength).toBe("unreadable");
  });
  test("findings in what was read are strong all the same", () => {
    const verdict = judge(
      reading(clinicLetter, { read: { unit: "page", done: 1, of: 9 }, unreadable: "timed-out" }),
      {},
    );
    expect(verdict).toMatchObject({ strength: "strong", unreadable: "timed-out" });
  });
});

const joints = ["", " ", "-", "\u00a0", ".", "\u2013", "\u2009", "\n", " - "];
const nhsNumbers = fc
  .tuple(fc.constantFrom("4", "6", "7", "9"), fc.stringMatching(/^\d{8}$/))
  .map(([first, rest]) => {
    const nine = first + rest;
    return Array.from({ length: 10 }, (_, check) => `${nine}${check}`).find(hasValidCheckDigit);
  })
  .filter((digits) => digits !== undefined);

test("any valid number is found in any common spacing", () => {
  fc.assert(
    fc.property(nhsNumbers, fc.constantFrom(...joints), (digits, joint) => {
      const words = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(joint);
      const verdict = judge(reading(`Seen today, NHS number: ${words}, for review`), {});
      expect(verdict.patients).toBe(1);
      expect(verdict.findings[0]).toMatchObject({ kind: "nhs-number", start: 24, end: 24 + words.length });
    }),
    { numRuns: 300 },
  );
});

test("no number with a wrong check digit is an NHS number", () => {
  const wrong = fc.stringMatching(/^\d{10}$/).filter((digits) => !hasValidCheckDigit(digits));
  fc.assert(
    fc.property(wrong, (digits) => {
      const verdict = judge(reading(`NHS number: ${digits}`), {});
      expect(verdict.patients).toBe(0);
      expect(verdict.findings.map(({ kind }) => kind)).not.toContain("nhs-number");
    }),
    { numRuns: 300 },
  );
});

describe("check digits and ranges of the source", () => {
  test.each(
    "9990000018 9990000026 9990000034 9990000042 9990000050 9990000069 9990000077 9990000085 9990000093 9434765919 9434765870 4010232137 2213951837 0032698674 6541003238 4000000632 9876543210 0101901232 3200000007 3999999985".split(
      " ",
    ),
  )("%s is valid", (digits) => expect(hasValidCheckDigit(digits)).toBe(true));
  test.each(
    "9434765871 4010232138 4857773456 1234567890 9876544321 1232331234 0000000000 9999999999 9990000000 943476591 94347659190 943476591a".split(
      " ",
    ),
  )("%s is not", (digits) => expect(hasValidCheckDigit(digits)).toBe(false));
  test.each([
    ["9990000018", "test"],
    ["4010232137", "england"],
    ["6541003238", "england"],
    ["3200000007", "hc"],
    ["0101901232", "chi"],
    ["5000000000", "not-issued"],
  ])("%s stands in the range %s", (digits, range) => expect(rangeOf(digits)).toBe(range));
});

test("of ten-digit numbers of other things less than 0.3 % are taken for one of the health service", () => {
  const { taken, flagged } = junk(20_000, false);
  expect(taken / 20_000).toBeLessThan(0.003);
  expect(flagged / 20_000).toBeLessThan(0.003);
});

describe("bounds", () => {
  test("at most 200 findings, and every patient counted", () => {
    const numbers = Array.from({ length: 3_000 }, (_, row) => 999_000_000 + row)
      .flatMap((nine) => Array.from({ length: 10 }, (_, check) => `${nine}${check}`))
      .filter(hasValidCheckDigit);
    const verdict = judge(
      reading(`name,NHS number\n${numbers.map((number) => `Ada,${number}`).join("\n")}`),
      {},
    );
    expect(verdict.findings.length).toBeLessThanOrEqual(200);
    expect(verdict.strength).toBe("strong");
  });
  test.each([
    ["spaces", " "],
    ["digits", "7"],
    ["digits and spaces", "7 "],
    ["capitals", "Ada "],
    ["letters", "a"],
    ["labels", "Patient: "],
    ["line ends", "\n"],
    ["tabs", "\t|\t"],
    ["dates", "DOB 12/03/"],
    ["FHIR openings", '"resourceType": "Patient" '],
    ["HL7 openings", "\nPID|"],
    ["addresses", "a.b@c."],
  ])(
    "3 million signs of %s are judged in linear time",
    (_, unit) => {
      const cost = (signs: number) => {
        const text = unit.repeat(signs / unit.length);
        return processorCost(() => judge(reading(text), {}));
      };
      // Ten times the signs: squared it would be a hundred times the cost.
      expect(cost(3_000_000)).toBeLessThan(40 * Math.max(cost(300_000), 50));
    },
    120_000,
  );
});
