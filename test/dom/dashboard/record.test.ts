import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { keyedAccount, keyedRecord } from "#domain/base/keyed";
import { endingTyped } from "#lib/format/ending.ts";
import { recordAddress, recordName, systemInWords, typedRecord } from "#lib/format/record.ts";
import { hmacWith } from "#lib/hmac.ts";
import { incidentTyped } from "#lib/registers/incidents/words/incident-typed.ts";

test.each([
  ["1805465202989210063", "1805465202989210063"],
  ["  42 ", "42"],
  ["https://harbour.uk2.cliniko.com/patients/1805465202989210063", "1805465202989210063"],
  ["https://harbour.uk2.cliniko.com/patients/7/treatment_notes/12/edit?page=1", "7"],
  ["http://harbour.cliniko.com/patients/7#top", "7"],
  [`k1:${"0f".repeat(32)}`, `k1:${"0f".repeat(32)}`],
  ["", ""],
  ["Rosalind Ellery", undefined],
  ["https://evil.example/patients/7", undefined],
  ["https://harbour.uk2.cliniko.com/appointments/7", undefined],
  ["r.ellery@example.org", undefined],
])("%s means the record %s", (typed, expected) => {
  expect(typedRecord(typed)).toBe(expected);
});

test.each([
  ["cliniko:harbour.uk2", "7", "https://harbour.uk2.cliniko.com/patients/7"],
  ["cliniko:harbour", "1805465202989210063", "https://harbour.cliniko.com/patients/1805465202989210063"],
  ["cliniko:harbour.uk2", `k1:${"0f".repeat(32)}`, undefined],
  ["cliniko:evil.example/x", "7", undefined],
  ["orthanc:127.0.0.1:8042", "7", undefined],
])("the record of %s, %s stands at %s", (system, ref, expected) => {
  expect(recordAddress(system, ref)).toBe(expected);
});

test.each([
  ["9589", "9589"],
  ["…9589", "9589"],
  ["cliniko …9589", "9589"],
  ["orthanc ...0aBc", "0abc"],
  ["keyed …abcd", "abcd"],
  ["abcd", "abcd"],
  ["1805465202989210063", "1805465202989210063"],
  ["MRN-00123456", "mrn-00123456"],
  ["42", undefined],
  ["INC-1234", undefined],
  ["Ellery", undefined],
  ["Reed", undefined],
  ["Rosalind Ellery", undefined],
  [`k1:${"0f".repeat(32)}`, undefined],
  ["b6589fc6-ab0dc82c-f12099d1-c2d40ab9-94e8410c", undefined],
  ["", undefined],
])("%s, typed, is a reference that ends with %s", (typed, expected) => {
  expect(endingTyped(typed)).toBe(expected);
});

test.each([
  ["INC-13", 13],
  ["inc 7", 7],
  ["13", 13],
  ["INC-013", undefined],
  ["Confidential report 12", undefined],
])("%s, typed, is incident %s", (typed, expected) => {
  expect(incidentTyped(typed)).toBe(expected);
});

test("a record is named by its system and its last four characters", () => {
  expect(recordName("cliniko:harbour.uk2", "1805465202989210063")).toBe("cliniko …0063");
  expect(recordName("", "")).toBe("");
  expect(systemInWords("orthanc:127.0.0.1:8042")).toBe("Orthanc, 127.0.0.1:8042");
});

test("references and accounts are keyed as any other HMAC-SHA-256 would", async () => {
  const key = "c3".repeat(32);
  const node = (text: string) =>
    `k1:${createHmac("sha256", Buffer.from(key, "hex")).update(text).digest("hex")}`;
  expect(await keyedAccount("  Tom   RÉED ", hmacWith(key))).toBe(node("account\ntom réed"));
  expect(await keyedRecord("b6589fc6-ab0dc82c", hmacWith(key))).toBe(node("record\nb6589fc6-ab0dc82c"));
});
