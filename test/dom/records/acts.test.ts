import { afterEach, expect, test } from "vitest";
import { cliniko } from "../../../extension/clinical/cliniko.ts";
import { actOf } from "../../../extension/records/acts.ts";

afterEach(() => document.body.replaceChildren());

/** A link, and what a click on it takes out of the record. */
const links: readonly (readonly [string, string, object | undefined])[] = [
  [
    "an attachment",
    '<a href="/patients/17/attachments/77/download">Clinic letter.pdf</a>',
    { kind: "record.download", what: "attachment", id: "17", name: "Clinic letter.pdf" },
  ],
  [
    "a letter as PDF",
    '<a href="/patients/17/letters/5.pdf">Open</a>',
    { kind: "record.download", what: "letter", id: "17", name: "5.pdf" },
  ],
  [
    "a file of no known kind",
    '<a download="x.csv" href="blob:abc">Save</a>',
    { kind: "record.download", what: "file", id: "17", name: "x.csv" },
  ],
  ["another page of the record", '<a href="/patients/17/treatment_notes/2">Note</a>', undefined],
  ["another site's address", '<a href="https://other.example/patients/17/attachments/77">x</a>', undefined],
];

test.each(links)("%s", (_, html, act) => {
  location.href = "https://harbour.uk2.cliniko.com/patients/17";
  document.body.innerHTML = html;
  const link = document.querySelector("a");
  expect(link && actOf(cliniko, link, "17")).toEqual(act);
});
