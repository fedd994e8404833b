import { describe, expect, test } from "vitest";
import { namesAPatient, screenSentence } from "#domain/detector/screen";

describe("words that name a patient are found, with their place", () => {
  test.each([
    ["It is for Mrs Moss, who is on holiday", "Mrs Moss", "name"],
    ["Mr. O'Brien asked for it", "Mr. O'Brien", "name"],
    ["mrs patel wants it today", "mrs patel", "name"],
    ["Miss Ada Moss has no portal", "Miss Ada Moss", "name"],
    ["Master Tom Reed moved", "Master Tom Reed", "name"],
    ["The patient is Ada Moss", "patient is Ada Moss", "name"],
    ["Pt Zsofia Kovacs has the letter", "Pt Zsofia Kovacs", "name"],
    ["It went to the daughter of Zsofia Kovacs", "daughter of Zsofia Kovacs", "name"],
    ["Her name is Zsofia Kovacs", "Her name is Zsofia Kovacs", "name"],
    ["The list begins with EXAMPLE, Jane", "EXAMPLE, Jane", "name"],
    ["Jane Example was phoned", "Jane Example", "name"],
    [
      "Number \u0669\u0664\u0663 \u0664\u0667\u0666 \u0665\u0669\u0661\u0669",
      "\u0669\u0664\u0663 \u0664\u0667\u0666 \u0665\u0669\u0661\u0669",
      "nhs-number",
    ],
    ["Sarah Connolly needs it before noon", "Sarah Connolly", "name"],
    ["NHS 999 000 0018 cannot log in", "999 000 0018", "nhs-number"],
    ["number 9990000018", "9990000018", "nhs-number"],
    ["number 9-9-9-0-0-0-0-0-1-8", "9-9-9-0-0-0-0-0-1-8", "nhs-number"],
    ["number \uff19\uff19\uff19 000 0018", "\uff19\uff19\uff19 000 0018", "nhs-number"],
    ["NHS9990000018 it is", "9990000018", "nhs-number"],
    ["NHS 943/476/5919 is the one", "943/476/5919", "nhs-number"],
    ["943/476/5919", "943/476/5919", "nhs-number"],
    ["943_476_5919 asked", "943_476_5919", "nhs-number"],
    ["no_943_476_5919", "943_476_5919", "nhs-number"],
    ["NHS943 4765919x", "943 4765919", "nhs-number"],
    ["9434765919x", "9434765919", "nhs-number"],
    ["pt9434765919", "9434765919", "nhs-number"],
    ["NHS_943476_5919", "943476_5919", "nhs-number"],
    ["9/4/3/4/7/6/5/9/1/9", "9/4/3/4/7/6/5/9/1/9", "nhs-number"],
    ["CHI 010190/1232", "010190/1232", "chi-number"],
    ["12/9434765919", "9434765919", "nhs-number"],
    ["9 9 9 0 0 0 0 0 1 8", "9 9 9 0 0 0 0 0 1 8", "nhs-number"],
    ["CHI 0101901232 in Leith", "0101901232", "chi-number"],
    ["H&C 3200000007", "3200000007", "hc-number"],
    ["born 12/03/1961", "12/03/1961", "date-of-birth"],
    ["the one of 12 March 1961", "12 March 1961", "date-of-birth"],
    ["born on Sunday 12 March 1961", "12 March 1961", "date-of-birth"],
    ["DOB 12.03.61", "12.03.61", "date-of-birth"],
    ["on 12/03/1961 there was one", "12/03/1961", "date-of-birth"],
    ["Ring 07700 900123 first", "07700 900123", "phone"],
    ["lives in M1 1AA", "M1 1AA", "postcode"],
    ["send to ada.moss@mail.example", "ada.moss@mail.example", "address"],
    ["lives at 14 High Street", "14 High Street", "address"],
    ["Hospital number: X123456", "Hospital number: X123456", "hospital-number"],
  ])("%j: %j", (sentence, words, kind) => {
    const found = screenSentence(sentence).map(({ start, end, kind }) => [sentence.slice(start, end), kind]);
    expect(found).toContainEqual([words, kind]);
    expect(namesAPatient(sentence)).toBe(true);
  });
});

describe("a reason that names nobody passes", () => {
  test.each([
    "",
    "The patient asked for it and the portal is down.",
    "Dr Voss asked for the letter by noon",
    "Sent on 12/03/2026 because Cliniko was down",
    "The insurer needs it before the appointment on 3 March 2026",
    "Order 40717, two boxes",
    "Two questions at the desk (by Tuesday 1 January 2030)",
    "Sent on Saturday, 24 October 2026, before the clinic",
    "The patient name was left out, as the rule says",
    "Told the NHS, Harbour Clinic and the CQC",
    "The name of the Front Desk folder is wrong",
    "It is our own price list",
    "mr the",
    "The Harbour Clinic and North Quay Surgery share this file",
    "Number 1234567890 is our invoice",
    "Sent on 24/11/2026 and on 01/12/2026",
    "Sent on 03/11/2026_10 from room 12/34/56",
    "Invoice 4071/7712/20 dated 24/11/2026",
    "Scan_2026_11_24_0930 was the wrong file",
    "Files 943/476/5918 and AB1234567890",
    "Ratio 12/34 in 5/6 of 78/90",
    "Agreed with the patient by telephone",
  ])("%j", (sentence) => {
    expect(screenSentence(sentence)).toEqual([]);
    expect(namesAPatient(sentence)).toBe(false);
  });
});

test("findings come in order and never overlap", () => {
  const findings = screenSentence("Mrs Ada Moss, born 12/03/1961, NHS 999 000 0018, M1 1AA, 07700 900123");
  expect(findings.map(({ kind }) => kind)).toEqual([
    "name",
    "date-of-birth",
    "nhs-number",
    "postcode",
    "phone",
  ]);
  findings.reduce((reached, { start, end }) => {
    expect(start).toBeGreaterThanOrEqual(reached);
    return end;
  }, 0);
});
