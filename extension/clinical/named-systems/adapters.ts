import type { ClinicalAdapter, ClinicalPage } from "#domain/sites/clinical-adapter";
import type { Source } from "#domain/sites/evidence";

/**
 * Systems known from links and code in the wild alone (SITES.md B2): off until the clinic's policy names the host.
 * Their markup is not known, so a page counts once anything but a sign-in form is drawn.
 */

const drawn = ["main h1", "h1", "h2", "main", "[role=main]", "#content", "#app > *", "body > div *"];
const signIn = ["input[type=password]"];

const view = (page: string, part: ClinicalPage["part"], match: string): ClinicalPage => ({
  kind: "record.view",
  page,
  recordKind: "patient",
  part,
  match,
  confirm: drawn,
  unless: signIn,
});

const hosted = "^(?<tenant>[a-z0-9.-]+)(?::\\d{1,5})?$";
const anyHost = "^(?<tenant>[a-z0-9.:[\\]-]+)$";

type Facts = Pick<ClinicalAdapter, "id" | "name" | "tenant" | "reference" | "idForm" | "pages"> & {
  readonly refs: Source[];
};

const thirdParty = ({ refs, ...facts }: Facts): ClinicalAdapter => ({
  ...facts,
  version: 2,
  kind: "clinical",
  hosts: [],
  evidence: {
    level: "third-party",
    checked: "2026-11-22",
    refs: [{ document: "docs/SITES.md", section: "B2" }, ...refs],
  },
  person: [],
  acts: [],
});

/** Of which the product's own source was read. */
const fromSource = (
  facts: Facts,
  checked: string,
  more: Partial<Pick<ClinicalAdapter, "version" | "acts">> = {},
): ClinicalAdapter => {
  const adapter = thirdParty(facts);
  return { ...adapter, ...more, evidence: { ...adapter.evidence, level: "source", checked } };
};

const notKept: Source = { unsourced: "seen in third-party code, source not kept" };

const digits = "^\\d{1,20}$";
const uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

export const namedSystems: readonly ClinicalAdapter[] = [
  thirdParty({
    id: "tm3",
    name: "TM3",
    tenant: hosted,
    reference: "vendor",
    idForm: digits,
    refs: [notKept],
    pages: [view("patient", "path", "^/contacts/clients/(?<id>\\d{1,20})(?:/.*)?$")],
  }),
  thirdParty({
    id: "jane",
    name: "Jane",
    tenant: hosted,
    reference: "vendor",
    idForm: digits,
    refs: [notKept],
    pages: [
      view(
        "chart",
        "path+hash",
        "^/admin/?#/?patients/(?<id>\\d{1,20})/chart(?:s|_entries)(?:/(?<item>\\d{1,20}))?(?:/.*)?$",
      ),
      view("patient", "path+hash", "^/admin/?#/?patients/(?<id>\\d{1,20})(?:/.*)?$"),
      view(
        "chart",
        "path",
        "^/admin/patients/(?<id>\\d{1,20})/chart(?:s|_entries)(?:/(?<item>\\d{1,20}))?(?:/.*)?$",
      ),
      view("patient", "path", "^/admin/patients/(?<id>\\d{1,20})(?:/.*)?$"),
    ],
  }),
  thirdParty({
    id: "pabau",
    name: "Pabau",
    tenant: hosted,
    reference: "vendor",
    idForm: digits,
    refs: [notKept],
    pages: [view("patient", "path", "^/clients/(?<id>\\d{1,20})(?:/.*)?$")],
  }),
  thirdParty({
    id: "nookal",
    name: "Nookal",
    tenant: hosted,
    reference: "vendor",
    idForm: digits,
    refs: [notKept],
    pages: [
      view("account", "path", "^/(?:v\\d[\\d.]{0,4}/)?clients/accounts/\\d{1,20}/(?<id>\\d{1,20})(?:/.*)?$"),
      view("patient", "path", "^/(?:v\\d[\\d.]{0,4}/)?clients/profile/\\d{1,20}/(?<id>\\d{1,20})(?:/.*)?$"),
    ],
  }),
  fromSource(
    {
      id: "openmrs",
      name: "OpenMRS",
      tenant: anyHost,
      reference: "vendor",
      idForm: uuid,
      refs: [
        {
          repository: "openmrs/openmrs-esm-patient-chart",
          commit: "c86f342b",
          path: "packages/esm-patient-chart-app/src/constants.ts",
        },
      ],
      pages: [view("chart", "path", "^(?:/[^#?]*)?/spa/patient/(?<id>[0-9a-f-]{36})(?:/.*)?$")],
    },
    "2026-11-22",
  ),
  thirdParty({
    id: "bahmni",
    name: "Bahmni",
    tenant: anyHost,
    reference: "vendor",
    idForm: uuid,
    refs: [
      { repository: "Bahmni/openmrs-module-bahmniapps", commit: "8be372b", path: "ui/app/clinical/app.js" },
    ],
    pages: [view("dashboard", "hash", "^#/(?:[^?]*/)?patient/(?<id>[0-9a-f-]{36})(?:[/?].*)?$")],
  }),
  fromSource(
    {
      id: "openemr",
      name: "OpenEMR",
      tenant: anyHost,
      reference: "vendor",
      idForm: digits,
      refs: [
        {
          repository: "openemr/openemr",
          commit: "000542a7",
          path: "interface/patient_file/summary/demographics.php",
        },
        {
          repository: "openemr/openemr",
          commit: "0107e7fb",
          path: "interface/patient_file/history/encounters.php",
        },
      ],
      // What lies deeper (an encounter, its forms) is opened by the session's patient, of whom the address tells nothing.
      pages: [
        view(
          "document",
          "path+query",
          "^/(?:.*/)?controller\\.php\\?(?=(?:(?:.*&)?doc(?:ument)?_id=(?<item>\\d{1,20})(?:&|$))?)(?:.*&)?patient_id=(?<id>\\d{1,20})(?:&.*)?$",
        ),
        view(
          "patient",
          "path+query",
          "^/(?:.*/)?demographics\\.php\\?(?:.*&)?set_pid=(?<id>\\d{1,20})(?:&.*)?$",
        ),
        view(
          "chart",
          "path+query",
          "^/(?:.*/)?history/encounters\\.php\\?(?:.*&)?pid=(?<id>\\d{1,20})(?:&.*)?$",
        ),
      ],
    },
    "2026-11-30",
    {
      version: 3,
      acts: [
        {
          kind: "record.download",
          what: "file",
          // `as_file=false` shows it in the page.
          click: ["a[href*='controller.php?document&retrieve'][href*='as_file=true']"],
        },
      ],
    },
  ),
];
