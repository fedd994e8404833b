import { does, type Ordinary, withoutActs } from "../clicks.ts";

const uuid = "2f1c9a34-1111-4222-8333-444455556666";

/** What stands on the pages of the systems that are known from links and code alone, by adapter. */
export const namedSystemsClicks: Readonly<Record<string, Ordinary>> = {
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
  openemr: {
    ...withoutActs(
      "emr.harbour.example",
      "/openemr/interface/patient_file/summary/demographics.php?set_pid=12",
      "12",
      [
        "/openemr/controller.php?document&list&patient_id=12",
        "/openemr/controller.php?document&view&patient_id=12&doc_id=9",
        "/openemr/interface/patient_file/history/encounters.php?pid=12",
      ],
      [
        "/openemr/interface/patient_file/summary/demographics.php?set_pid=13",
        "/openemr/interface/reports/patient_list.php",
        "/openemr/controller.php?document&retrieve",
      ],
    ),
    acts: {
      "record.download file": {
        does: does(
          "12",
          '<a data-click href="/openemr/controller.php?document&amp;retrieve&amp;patient_id=12&amp;document_id=9&amp;as_file=true">Download</a>',
        ),
        near: [
          "/openemr/controller.php?document&retrieve&patient_id=12&document_id=9&as_file=false",
          "/openemr/controller.php?document&retrieve&patient_id=12&document_id=9",
          "/openemr/controller.php?document&view&patient_id=12&doc_id=9&as_file=true",
        ],
      },
    },
  },
};
