/**
 * What stands on the pages of each shipped clinical adapter: addresses of its pages, links and buttons that take nothing
 * out, and what does. Addresses are paths with query and hash; the open record is `open`.
 */
export interface Ordinary {
  readonly host: string;
  /** Path of the page of the open record. */
  readonly at: string;
  readonly open: string;
  /** Addresses of pages: each of the adapter's pages is reached by one of them. */
  readonly pages: readonly string[];
  /** Other addresses that ordinary links lead to. */
  readonly links: readonly string[];
  /** Markup of what is clicked for something else; the element with `data-click` is clicked. */
  readonly clicks: readonly string[];
  /** By `kind what`: what is that act, and what looks like it and is not. */
  readonly acts: {
    readonly [act: string]: { readonly does: readonly Does[]; readonly near: readonly string[] };
  };
}

/** Markup with `data-click`, or an address; and the record that it is booked on, '' for none. */
interface Does {
  readonly click: string;
  readonly of: string;
}

const orthancId = "6816cb19-844d5aee-85245eba-28e841e6-2414fae2";
const uuid = "2f1c9a34-1111-4222-8333-444455556666";
const does = (of: string, ...clicks: string[]): Does[] => clicks.map((click) => ({ click, of }));

/** Links that stand on a page of any system. */
export const ofAnyPage: readonly string[] = [
  "/",
  "#",
  "#main",
  "?page=2",
  "?sort=name&direction=asc",
  "?tab=2",
  "?print=1",
  "javascript:void(0)",
  "mailto:desk@harbour.example",
  "tel:+441234567890",
  "https://help.example/patients/17/letters/5.pdf",
  "/users/sign_out",
  "/settings",
  "/reports",
  "/dashboard",
  "/search",
  "/search?q=ellery",
  "/help/download",
  "/exports",
  "/export",
  "/downloads",
];

/** A system of which no act is known: a link of its own is one only by `download`. */
const withoutActs = (
  host: string,
  at: string,
  open: string,
  pages: readonly string[],
  links: readonly string[],
): Ordinary => ({ host, at, open, pages, links, clicks: [], acts: {} });

export const ordinary: { readonly [adapter: string]: Ordinary } = {
  cliniko: {
    host: "harbour.uk2.cliniko.com",
    at: "/patients/17",
    open: "17",
    pages: [
      "/patients/17",
      "/patients/18",
      "/patients/17/edit",
      "/patients/17/treatment_notes",
      "/patients/17/treatment_notes/new",
      "/patients/17/treatment_notes/2002",
      "/patients/17/treatment_notes/2002/edit?page=1",
      "/patients/17/treatment_notes/2002/print",
      "/patients/17/letters",
      "/patients/17/letters/new",
      "/patients/17/letters/5",
      "/patients/17/letters/5/edit",
      "/patients/17/letters/5/print",
      "/patients/17/letters/5/pdf",
      "/patients/17/attachments",
      "/patients/17/attachments/77",
      "/patients/17/attachments/77/edit",
      "/patients/17/attachments/77/delete",
      "/patients/17/patient_attachments/77",
      "/patients/17/forms/3",
      "/patients/17/communications/9",
      "/patients/17/appointments/4",
      "/patients/17/invoices/6",
      "/patients/17/medical_alerts",
      "/patients/17/export",
      "/patients/17/print_preview",
      "/patients/17/archive",
      "/patients?q=ellery",
    ],
    links: [
      "/patients",
      "/patients/",
      "/patients/new",
      "/patients/import",
      "/patients/merge",
      "/patients/archived",
      "/patients?page=2",
      "/patients?sort=last_name",
      "/patients?filter=active",
      "/exports",
      "/exports/new",
      "/exports/5",
      "/data_exports",
      "/data_export",
      "/data_exports/5",
      "/appointments",
      "/appointments/17",
      "/patients/17.html",
      "/patients/17.json",
    ],
    clicks: [
      '<a href="/patients/17/letters/5.pdf">Letter <button type="button" data-click>Remove</button></a>',
      '<a href="/patients/17/letters/5.pdf"><label data-click>Choose</label></a>',
      '<a name="letters" data-click>Letters</a>',
      '<button type="button" data-click>Export</button>',
      "<li data-click>Clinic letter.pdf</li>",
    ],
    acts: {
      "record.download attachment": {
        does: does("17", "/patients/17/attachments/77/download", "/patients/17/attachments/77.jpg"),
        near: ["/patients/17/attachments/77", "/patients/17/attachments/download", "/attachments/77.jpg"],
      },
      "record.download letter": {
        does: [
          ...does("17", "/patients/17/letters/5.pdf", "/patients/17/letters/5/download"),
          ...does("18", "/patients/18/letters/5.pdf"),
        ],
        near: ["/patients/17/letters/5/print", "/patients/17/letters/5/pdf", "/patients/17/letters/5.html"],
      },
      "record.download treatment-note": {
        does: does("17", "/patients/17/treatment_notes/2002.pdf"),
        near: [
          "/patients/17/treatment_notes/2002/print",
          "/patients/17/treatment_notes/2002/pdf",
          "/patients/17/treatment_notes/2002.html",
        ],
      },
      "record.export patient": {
        does: does("17", "/patients/17/export.csv", "/patients/17.pdf", "/patients/17/download"),
        near: ["/patients/17/export", "/patients/17", "/patients/17/exports"],
      },
      "record.export list": {
        does: does(
          "",
          "/patients.csv",
          "/patients/recent.xlsx",
          "/exports/5/download",
          "/data_exports/5.zip",
        ),
        near: ["/patients", "/exports", "/exports/5", "/data_exports/new", "/patients?format=csv"],
      },
    },
  },
  orthanc: {
    host: "127.0.0.1:8042",
    at: `/app/explorer.html#study?uuid=${orthancId}`,
    open: orthancId,
    pages: [
      ...["patient", "study", "series", "instance"].map(
        (one) => `/app/explorer.html#${one}?uuid=${orthancId}`,
      ),
      "/app/explorer.html",
      "/app/explorer.html#lookup",
    ],
    links: [
      "/app/explorer.html#find-patients",
      "/app/explorer.html#find-studies",
      "/app/explorer.html#upload",
      "/app/explorer.html#jobs",
      `/studies/${orthancId}/attachments`,
    ],
    clicks: [
      '<a href="#" id="study-delete" data-click>Delete this study</a>',
      '<a href="#" id="study-anonymize" data-click>Anonymize</a>',
      '<a href="#" id="study-store" data-click>Send to DICOM modality</a>',
      '<a href="#" id="instance-preview" data-click>Preview the instance</a>',
      '<a href="#lookup" data-icon="search" data-click>Lookup</a>',
      '<select id="protection"><option data-click>Protected</option></select>',
    ],
    acts: {
      "record.export archive": {
        does: does(
          orthancId,
          '<li><a href="#" id="study-archive"><span data-click>Download ZIP</span></a></li>',
          '<a href="#" id="patient-archive" data-click>Download ZIP</a>',
          '<a href="#" id="series-archive" data-click>Download ZIP</a>',
        ),
        near: [
          '<li data-click><a href="#" id="study-archive">Download ZIP</a></li>',
          '<a href="#" class="study-archive" data-click>Archive</a>',
          `/studies/${orthancId}`,
        ],
      },
      "record.export media": {
        does: does(
          orthancId,
          '<a href="#" id="patient-media" data-click>Download DICOMDIR</a>',
          '<a href="#" id="study-media" data-click>Download DICOMDIR</a>',
          '<a href="#" id="series-media" data-click>Download DICOMDIR</a>',
        ),
        near: [
          '<li data-click><a href="#" id="study-media">Download DICOMDIR</a></li>',
          '<a href="#" id="study-medias" data-click>Media</a>',
          "/app/explorer.html#media",
        ],
      },
      "record.download attachment": {
        does: ["patient", "study", "series", "instance"].flatMap((one) =>
          does(
            orthancId,
            `<li class="${one}-attachment"><a href="#" id="1024" data-click>Download 1024</a></li>`,
          ),
        ),
        near: [
          '<li class="study-attachment" data-click><a href="#" id="1024">Download 1024</a></li>',
          '<li class="study-attachment"><span data-click></span><a href="#" id="1024">Download 1024</a></li>',
          '<a href="#" class="attachment" data-click>Attachments</a>',
        ],
      },
      "record.download instance": {
        does: does(
          orthancId,
          '<a href="#" id="instance-download-dicom" data-click>Download the DICOM file</a>',
          '<a href="#" id="instance-download-json" data-click>Download the JSON file</a>',
        ),
        near: [
          '<li data-click><a href="#" id="instance-download-dicom">Download the DICOM file</a></li>',
          '<a href="#" id="instance-preview" data-click>Preview</a>',
          '<a href="#" id="instance-delete" data-click>Delete this instance</a>',
        ],
      },
    },
  },
  tm3: withoutActs(
    "harbour.tm3app.com",
    "/contacts/clients/4471",
    "4471",
    ["/contacts/clients/4471/documents"],
    ["/contacts/clients", "/contacts/clients/4472", "/contacts/clients/export"],
  ),
  jane: withoutActs(
    "harbour.janeapp.co.uk",
    "/admin/patients/88",
    "88",
    ["/admin#patients/88", "/admin#patients/88/charts", "/admin/patients/88", "/admin/patients/88/charts"],
    ["/admin#staff/1", "/admin/patients/89", "/admin/patients", "/admin/patients/export.csv"],
  ),
  pabau: withoutActs(
    "app.pabau.com",
    "/clients/991",
    "991",
    ["/clients/991/financial"],
    ["/clients", "/clients/992", "/clients/export"],
  ),
  nookal: withoutActs(
    "zone.nookal.com",
    "/v2.0/clients/profile/3/991",
    "991",
    ["/v2.0/clients/profile/3/991/files", "/v2.0/clients/accounts/3/991"],
    ["/v2.0/clients", "/v2.0/clients/profile/3/992"],
  ),
  openmrs: withoutActs(
    "emr.harbour.example",
    `/openmrs/spa/patient/${uuid}/chart`,
    uuid,
    [`/openmrs/spa/patient/${uuid}/chart/Attachments`],
    ["/openmrs/spa/home", "/openmrs/spa/patient-registration"],
  ),
  bahmni: withoutActs(
    "emr.harbour.example",
    `/bahmni/clinical/index.html#/default/patient/${uuid}/dashboard`,
    uuid,
    [`/bahmni/clinical/index.html#/default/patient/${uuid}/dashboard/print`],
    ["/bahmni/clinical/index.html#/default/patient/search"],
  ),
  openemr: withoutActs(
    "emr.harbour.example",
    "/openemr/interface/demographics.php?set_pid=12",
    "12",
    ["/openemr/controller.php?document&patient_id=12", "/openemr/interface/demographics.php?set_pid=13"],
    ["/openemr/interface/reports/patient_list.php", "/openemr/controller.php?document&retrieve"],
  ),
  "unknown-records": withoutActs(
    "emr.harbour.example",
    "/app/patients/4711",
    "4711",
    [
      "/app/patients/4711/notes",
      "/app/patients/4711/letters/5.pdf",
      "/app/patients/4711/export",
      "/app#/patients/4711",
      "/app#patient?id=4711",
      "/view.php?patient_id=4711",
    ],
    [
      "/app/patients",
      "/app/patients/new",
      "/app/patients.csv",
      "/app/patients/4712",
      "/app/exports/9/download",
    ],
  ),
};
