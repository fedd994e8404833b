import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { canonicalJson } from "#domain/base/canonical-json";
import { dataRegulatorOn } from "#domain/law/regulators";
import { changedSince } from "#domain/registers/incidents/changed-since";
import { lawOn } from "#domain/registers/incidents/law/then";
import { type IncidentReport, incidentReport } from "#domain/registers/incidents/report";
import { reportFacts } from "#domain/registers/incidents/report-facts";
import { frozenReport } from "../../../dashboard/src/lib/export/frozen.ts";
import { breachPaper } from "../../../dashboard/src/lib/export/papers/breach-paper.ts";
import { letterPaper } from "../../../dashboard/src/lib/export/papers/letter-paper.ts";
import { letterWords } from "../../fixtures/export/other-papers.ts";

/** A version of before the law was frozen with it, and what was printed of it then. */
const then = JSON.parse(
  readFileSync(new URL("../../fixtures/export/printed-before-law.json", import.meta.url), "utf8"),
) as { snapshot: IncidentReport; paper: object; facts: object };

const clinic = { nation: "scotland", careRegulator: "his", legalForm: "body", nhsWork: "no" } as const;
const said = { care: null, candour: null };

test("a version that was frozen before is printed to the letter as it was", () => {
  const { value } = frozenReport(canonicalJson(then.snapshot));
  expect(value).toEqual(then.snapshot);
  expect(JSON.parse(JSON.stringify(breachPaper(value, "a".repeat(64))))).toEqual(then.paper);
  expect(reportFacts(value, () => 60)).toEqual(then.facts);
});

test("a version names the regulator that was frozen with it, whatever it is called later", () => {
  const law = lawOn("2026-11-29", clinic, said);
  const renamed = { ...law, regulator: { name: "Data Authority", short: "DA", web: "da.example" } };
  const report = incidentReport.parse({
    ...then.snapshot,
    schema: "chaperone.incident-report/2",
    law: renamed,
  });
  const text = JSON.stringify(breachPaper(report, "a".repeat(64)));
  expect(text).toContain("Sent to the DA");
  expect(text).toContain("Data Authority (DA), da.example");
  expect(text).not.toContain("ICO");
});

test("another name of the regulator is no change of the breach", () => {
  const law = lawOn("2026-11-29", clinic, said);
  const now = { ...then.snapshot, law: { ...law, regulator: { ...law.regulator, short: "DA" } } };
  const names = changedSince(then.snapshot, now, () => 60).map(({ what }) => what);
  expect(names).toEqual(["Regulator of care to be told", "Duty of candour"]);
});

test.each([
  ["2026-09-29", "Information Commissioner (ICO), ico.org.uk"],
  ["2026-09-30", "Information Commission (ICO), ico.org.uk"],
])("a letter of %s asks to come to the clinic first, and names the regulator of its day", (day, name) => {
  const text = JSON.stringify(letterPaper(then.snapshot, letterWords, dataRegulatorOn(day)));
  expect(text).toContain("please come to us first");
  expect(text).toContain(`You may also go to the ${name}, at any time.`);
  expect(text).not.toMatch(/you must|Art(icle)? 77|0303/i);
});
