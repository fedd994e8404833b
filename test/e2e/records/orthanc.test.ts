import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { type Orthanc, startOrthanc } from "../../support/clinical/orthanc.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";

describeWith(["chromium", "extension", "orthanc"])("pictures opened in Orthanc", () => {
  const things = closing();
  let clinic: Clinic;
  let chromium: Chromium;
  let orthanc: Orthanc;
  let patient: { readonly patientUuid: string; readonly studyUuid: string };
  let page: Page;

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    orthanc = things.open(await startOrthanc());
    patient = await orthanc.addPatient(ellery);
    await clinic.nameSites([{ host: orthanc.host, adapter: "orthanc" }]);
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: clinic.lead.token, body: { notice } });
    chromium = things.open(await launchChromium());
    const wanted = { holder: "person", device: "clinic", user: clinic.lead.id, name: "Office" } as const;
    await pairChromium(chromium, clinic, wanted);
    page = await chromium.context.newPage();
    await page.goto(orthanc.signInUrl);
  });

  it("records the patient under a keyed reference alone", async () => {
    await page.goto(orthanc.patientPage(patient.patientUuid));
    const [view] = await storedEvents(clinic, "record.view", 1);
    expect(view).toMatchObject({ system: `orthanc:${orthanc.host}`, recordKind: "patient" });
    expect(view?.recordRef).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(JSON.stringify(view)).not.toContain(patient.patientUuid);
  });

  it("sees the study that the Explorer opens in the same page", async () => {
    await page.locator("#list-studies a").first().click();
    const rows = await storedEvents(clinic, "record.view", 2);
    expect(rows[0]).toMatchObject({ recordKind: "study" });
  });

  it("records the archive that is taken out, tied to the view", async () => {
    await page.locator("#study-archive").click();
    const [taken] = await storedEvents(clinic, "record.export", 1);
    const [view] = await eventsOf(clinic, "record.view");
    expect(taken).toMatchObject({ recordRef: view?.recordRef, trace: view?.trace });
    expect(JSON.parse(taken?.detail ?? "{}")).toEqual({
      v: 2,
      adapter: 2,
      page: "study",
      what: "archive",
    });
    const all = await eventsOf(clinic, "record");
    expect(all.filter(({ kind }) => kind !== "record.view")).toHaveLength(1);
  });
});
