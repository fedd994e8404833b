import type { ClinicalAdapter, ClinicalPage } from "#domain/sites/clinical-adapter";

/** What stands on any page of the app but not on a blank or a loading one; the app's own markup is not published. */
const drawn = ["main h1", "main h2", "h1", "h2", "main", "[role=main]", "#main", "#content"];
const signIn = ["form[action*='/users/sign_in']", "input[type=password][name*=password]"];

const patientPage = (page: string, route: string): ClinicalPage => ({
  kind: "record.view",
  page,
  recordKind: "patient",
  part: "path",
  match: `^/patients/(?<id>\\d{1,19})${route}/?$`,
  confirm: drawn,
  unless: signIn,
});

/** How an address ends that is a file and no page: a page may well be called `print`, `export` or `pdf`. */
const file = "(?:/download(?:\\.[a-z0-9]{1,5})?|\\.(?!html?$|json$|js$)[a-z0-9]{1,5})";
const table = "\\.(?:csv|tsv|xlsx?|zip)";

/**
 * Cliniko (SITES.md B1). Routes come from links and open code in the wild; letters, attachments and exports are from
 * memory and to be confirmed on a trial account. What its own buttons that send by e-mail are called nobody has seen:
 * they are known by their words (domain/sites/mail-words.ts) and by what the clinic names. Ids are decimal strings of up to 19 digits without a leading zero.
 */
export const cliniko: ClinicalAdapter = {
  id: "cliniko",
  version: 2,
  name: "Cliniko",
  kind: "clinical",
  hosts: [".cliniko.com"],
  evidence: {
    level: "third-party",
    checked: "2026-11-22",
    refs: [
      { document: "docs/SITES.md", section: "B1" },
      { repository: "redguava/cliniko-api", commit: "10cce8b", path: "guides/sharding.md" },
      { repository: "redguava/cliniko-api", commit: "10cce8b", path: "guides/custom_patient_buttons.md" },
      { unsourced: "seen in third-party code, source not kept" },
    ],
  },
  // The default port alone, and none of the vendor's own names; `ACCOUNT.SHARD` and, for the oldest, `ACCOUNT`.
  tenant:
    "^(?!(?:www|api|docs|help|community|tls-test|signup|support|status|blog)\\.)(?!(?:api|www)\\.[a-z]{2}\\d{1,2}\\.)(?<tenant>[a-z0-9](?:[a-z0-9-]*)(?:\\.[a-z]{2}\\d{1,2})?)\\.cliniko\\.com$",
  reference: "vendor",
  idForm: "^[1-9]\\d{0,18}$",
  person: [
    { find: "meta[name=current-user-name]", read: "@content" },
    { find: "[data-current-user-name]", read: "@data-current-user-name" },
    { find: "[data-testid=current-user-name], [data-testid=user-name]", read: "text" },
    { find: "#current-user, .current-user, .current-user-name", read: "text" },
    { find: "header .user-name, nav .user-name, header .username, nav .username", read: "text" },
  ],
  pages: [
    patientPage("treatment-note", "/treatment_notes/(?<item>\\d{1,19})(?:/edit)?"),
    patientPage("treatment-note", "/treatment_notes(?:/new)?"),
    patientPage("letter", "/(?:letters|patient_letters)(?:/(?:(?<item>\\d{1,19})|new)(?:/edit)?)?"),
    patientPage("attachment", "/(?:attachments|patient_attachments)(?:/(?<item>\\d{1,19}))?"),
    patientPage("form", "/(?:forms|patient_forms)(?:/(?:(?<item>\\d{1,19})|new)(?:/edit)?)?"),
    patientPage("communication", "/communications(?:/(?:(?<item>\\d{1,19})|new))?"),
    patientPage("appointment", "/appointments(?:/(?<item>\\d{1,19}))?"),
    patientPage("invoice", "/(?:invoices|payments|accounts?)(?:/(?:(?<item>\\d{1,19})|new)(?:/edit)?)?"),
    patientPage("edit", "/edit"),
    patientPage("patient", ""),
    patientPage(
      "other",
      "(?!.*/download/?$)/(?:[a-z_]{1,20}_)?(?:files?|notes?|documents?|reports?|results?)/(?<item>\\d{1,19})(?:/[a-z_]{1,40})?",
    ),
    patientPage("other", "(?!.*/download/?$)/[a-z_]{1,40}(?:/[a-z0-9_]{1,40})?(?:/[a-z_]{1,40})?"),
    {
      kind: "record.search",
      page: "patients",
      part: "path+query",
      match:
        "^/patients/?\\?(?!(?:.*&)?(?:page|per|sort|order|dir)[a-z_]{0,20}=)(?:.*&)?(?:q|query|search)=(?:\\+|%20)*(?!\\+|%20|&|$)(?<term>[^&]+)(?:&.*)?$",
      confirm: drawn,
      unless: signIn,
      rows: "main a[href^='/patients/'], table a[href^='/patients/']",
    },
  ],
  acts: [
    {
      kind: "record.download",
      what: "attachment",
      click: [],
      href: `^/patients/(?<id>\\d{1,19})/(?:attachments|patient_attachments)/\\d{1,19}${file}$`,
    },
    {
      kind: "record.download",
      what: "letter",
      click: [],
      href: `^/patients/(?<id>\\d{1,19})/(?:letters|patient_letters)/\\d{1,19}${file}$`,
    },
    {
      kind: "record.download",
      what: "treatment-note",
      click: [],
      href: `^/patients/(?<id>\\d{1,19})/treatment_notes/\\d{1,19}${file}$`,
    },
    {
      kind: "record.export",
      what: "patient",
      click: [],
      href: `^/patients/(?<id>\\d{1,19})(?:/export)?${file}$`,
    },
    {
      kind: "record.export",
      what: "list",
      click: [],
      href: `^/(?:patients(?:/[a-z_]{1,40})?${table}|(?:data_)?exports?(?:/(?:\\d{1,19}|[a-z_]{1,40}))?${table}|(?:data_)?exports?/\\d{1,19}/download)$`,
    },
  ],
};
