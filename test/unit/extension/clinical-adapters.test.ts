import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#domain/base/canonical-json";
import { details, quickDetailText } from "#domain/ledger/event-kinds";
import { clinicalAdapter } from "#domain/sites/clinical-adapter";
import { clinicalAdapterFor, shippedClinical, tenantOf } from "../../../extension/clinical/clinical.ts";
import { placeOf } from "../../../extension/records/route.ts";
import { itemOf } from "../../../extension/records/where.ts";

const uuid = "2f1c9a34-1111-4222-8333-444455556666";
const orthancId = "6816cb19-844d5aee-85245eba-28e841e6-2414fae2";

/** Host, what the policy names it (if it does), path, and what is seen there: page and id, or nothing. */
const cases: readonly (readonly [string, string | undefined, string, string | undefined])[] = [
  ["harbour.uk2.cliniko.com", undefined, "/patients/1805465202989210063", "patient 1805465202989210063"],
  ["harbour.cliniko.com", undefined, "/patients/17/", "patient 17"],
  ["harbour.uk2.cliniko.com", undefined, "/patients/17?tab=2", "patient 17"],
  [
    "harbour.uk2.cliniko.com",
    undefined,
    "/patients/17/treatment_notes/2002/edit?page=1",
    "treatment-note 17",
  ],
  ["harbour.uk2.cliniko.com", undefined, "/patients/17/treatment_notes/2002", "treatment-note 17"],
  ["harbour.uk2.cliniko.com", undefined, "/patients/17/letters/5", "letter 17"],
  ["harbour.uk2.cliniko.com", undefined, "/patients/17/attachments", "attachment 17"],
  ["harbour.uk2.cliniko.com", undefined, "/patients/17/anything_else", "other 17"],
  ["harbour.uk2.cliniko.com", undefined, "/patients?q=ellery", "patients -"],
  ["harbour.uk2.cliniko.com", undefined, "/patients?utf8=%E2%9C%93&search=ellery+r", "patients -"],
  ["harbour.uk2.cliniko.com", undefined, "/patients?q=%C5%B5", "patients -"],
  ["harbour.uk2.cliniko.com", undefined, "/patients?q=", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients?q=+%20&filter=active", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients?filter=active", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients?search_sort=name", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients?q%5Bs%5D=name+asc", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients?q=ellery&page=2", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients?sort=name&q=ellery", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients/new", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients/0101", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/patients/12345678901234567890", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/appointments/17", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/c/CODE", undefined],
  ["harbour.uk2.cliniko.com", undefined, "/bookings", undefined],
  ["127.0.0.1:8042", "orthanc", `/app/explorer.html#patient?uuid=${orthancId}`, `patient ${orthancId}`],
  ["127.0.0.1:8042", "orthanc", `/app/explorer.html#study?uuid=${orthancId}`, `study ${orthancId}`],
  ["127.0.0.1:8042", "orthanc", "/app/explorer.html#find-patients", undefined],
  ["harbour.tm3app.com", "tm3", "/contacts/clients/4471", "patient 4471"],
  ["harbour.janeapp.co.uk", "jane", "/admin#patients/88", "patient 88"],
  ["harbour.janeapp.co.uk", "jane", "/admin#patients/88/charts", "chart 88"],
  ["harbour.janeapp.co.uk", "jane", "/admin#staff/88", undefined],
  ["app.pabau.com", "pabau", "/clients/991/financial", "patient 991"],
  ["zone.nookal.com", "nookal", "/v2.0/clients/profile/3/991", "patient 991"],
  ["emr.harbour.example", "openmrs", `/openmrs/spa/patient/${uuid}/chart/Vitals`, `chart ${uuid}`],
  [
    "emr.harbour.example",
    "bahmni",
    `/bahmni/clinical/index.html#/default/patient/${uuid}/dashboard`,
    `dashboard ${uuid}`,
  ],
  [
    "emr.harbour.example",
    "openemr",
    "/openemr/interface/patient_file/summary/demographics.php?set_pid=12&set_encounterid=3",
    "patient 12",
  ],
  ["emr.harbour.example", "openemr", "/openemr/controller.php?document&list&patient_id=12", "document 12"],
  [
    "emr.harbour.example",
    "openemr",
    "/openemr/interface/patient_file/history/encounters.php?pid=12",
    "chart 12",
  ],
  [
    "emr.harbour.example",
    "openemr",
    "/openemr/interface/patient_file/history/encounters.php?billing=0",
    undefined,
  ],
  [
    "emr.harbour.example",
    "unknown-records",
    "/app/patients/1805465202989210063/notes",
    "patient 1805465202989210063",
  ],
  ["emr.harbour.example", "unknown-records", `/#/patient/${uuid}`, `patient ${uuid}`],
  ["emr.harbour.example", "unknown-records", "/view.php?patient_id=77", "patient 77"],
  ["emr.harbour.example", "unknown-records", "/patients/new", undefined],
];

describe("what an address shows", () => {
  test.each(cases)("%s as %s: %s is %s", (host, named, path, expected) => {
    const adapter = clinicalAdapterFor(host, named);
    const place = adapter && placeOf(adapter, new URL(path, "https://any.example"));
    expect(place && `${place.page.page} ${place.id ?? "-"}`).toBe(expected);
  });
});

describe("whose records a host holds", () => {
  test.each([
    ["harbour.uk2.cliniko.com", "harbour.uk2"],
    ["harbour.cliniko.com", "harbour"],
    ["www.cliniko.com", undefined],
    ["api.uk2.cliniko.com", undefined],
    ["docs.api.cliniko.com", undefined],
    ["help.cliniko.com", undefined],
    ["community.cliniko.com", undefined],
    ["tls-test.cliniko.com", undefined],
    ["signup.cliniko.com", undefined],
    ["cliniko.com", undefined],
    ["harbour.uk2.cliniko.com:8443", undefined],
    ["harbour.uk2.cliniko.com.evil.example", undefined],
    ["evilcliniko.com", undefined],
    ["a.b.harbour.uk2.cliniko.com", undefined],
  ])("%s is %s", (host, tenant) => {
    const adapter = clinicalAdapterFor(host);
    expect(adapter && tenantOf(adapter, host)).toBe(tenant);
  });

  test("a system known at third hand is off until the clinic names its host", () => {
    expect(clinicalAdapterFor("harbour.tm3app.com")).toBeUndefined();
    expect(clinicalAdapterFor("harbour.tm3app.com", "tm3")?.id).toBe("tm3");
  });
});

test.each(shippedClinical.map((adapter) => [adapter.id, adapter] as const))(
  "%s fits the schema",
  (_, adapter) => {
    expect(clinicalAdapter.safeParse(adapter).error).toBeUndefined();
  },
);

test.each([
  ["a search that neither address nor click tells", { kind: "record.search" }],
  ["a view that asks", { asks: ["#find"] }],
  ["a view with a term", { match: "^/(?<term>[^&]+)$" }],
  ["a search by both", { kind: "record.search", match: "^/(?<term>[^&]+)$", asks: ["#find"] }],
])("%s does not fit the schema", (_, page) => {
  const [adapter] = shippedClinical;
  const [view] = adapter?.pages ?? [];
  expect(clinicalAdapter.safeParse(adapter).success).toBe(true);
  expect(clinicalAdapter.safeParse({ ...adapter, pages: [{ ...view, ...page }] }).success).toBe(false);
});

describe("which note, letter or file of a record an address shows", () => {
  const itemAt = (named: string, path: string) => {
    const adapter = shippedClinical.find(({ id }) => id === named);
    return adapter && placeOf(adapter, new URL(path, "https://any.example"))?.item;
  };
  test.each<[string, string, string | undefined]>([
    ["cliniko", "/patients/17/treatment_notes/2002", "2002"],
    ["cliniko", "/patients/17/treatment_notes/2002/edit?page=3", "2002"],
    ["cliniko", "/patients/17/treatment_notes", undefined],
    ["cliniko", "/patients/17/treatment_notes/new", undefined],
    ["cliniko", "/patients/17/letters/5/edit", "5"],
    ["cliniko", "/patients/17/letters/new", undefined],
    ["cliniko", "/patients/17/attachments/8", "8"],
    ["cliniko", "/patients/17/files/8", "8"],
    ["cliniko", "/patients/17", undefined],
    ["cliniko", "/patients/17/calendar/20261129", undefined],
    ["cliniko", "/patients/17/page/3", undefined],
    ["cliniko", "/patients/17/archive/1/restore", undefined],
    ["cliniko", "/patients/17/profiles/9", undefined],
    ["jane", "/admin#patients/17/chart_entries/9", "9"],
    ["openemr", "/controller.php?document&view&patient_id=17&doc_id=9&", "9"],
    ["openemr", "/controller.php?document&list&patient_id=17", undefined],
    ["unknown-records", "/app/patients/a17/progress-notes/44/edit", "progress-notes/44"],
    ["unknown-records", "/app/patients/a17/letters/44", "letters/44"],
    ["unknown-records", "/app/patients/a17/notes/new", undefined],
    ["unknown-records", "/app/patients/a17/weeks/44", undefined],
    ["unknown-records", "/app/patients/a17/results/page-2", undefined],
    ["unknown-records", "/app/patients/a17/profiles/9", undefined],
    ["unknown-records", "/app#/patients/a17/notes/44?tab=2", "notes/44"],
  ])("%s %s: %s", (named, path, item) => {
    expect(itemAt(named, path)).toBe(item);
  });

  test("its number goes in clear where the record's does, and keyed where that is", async () => {
    const hmac = (text: string) => createHmac("sha256", "key").update(text).digest("hex");
    const of = (named: string, page: string, item: string) => {
      const adapter = shippedClinical.find(({ id }) => id === named);
      return adapter && itemOf(adapter, { id: "a17", page, item }, hmac);
    };
    expect(await of("cliniko", "letter", "5")).toBe("5");
    expect(await of("cliniko", "letter", "a name")).toBeUndefined();
    const keyed = await of("unknown-records", "patient", "letters/44");
    expect(keyed).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(await of("unknown-records", "patient", "notes/44")).not.toBe(keyed);
    for (const item of ["5", keyed]) {
      const detail = { v: 2, adapter: 2, page: "letter", item };
      expect(details["record.view"].safeParse(detail).success).toBe(true);
      expect(quickDetailText("record.view", detail)).toBe(canonicalJson(detail));
    }
  });
});
