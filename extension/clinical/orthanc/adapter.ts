import type { ClinicalAdapter, ClinicalPage } from "#domain/sites/clinical-adapter";

const level = (name: string): ClinicalPage => ({
  kind: "record.view",
  page: name,
  recordKind: name,
  part: "path+hash",
  match: `^(?:/[^#?]*)?/explorer\\.html#${name}\\?uuid=(?<id>[0-9a-f-]{44})$`,
  // All pages of the Explorer stand in one document: the one that is open is visible, its facts come by request.
  confirm: [`#${name}-info li`],
  unless: [],
});

/**
 * Orthanc's Explorer, a picture archive (SITES.md B2, B3; explorer.html and explorer.js of 1.10.1). Its ids are SHA-1
 * of identifiers, so references are keyed. The Explorer shows nobody as signed in.
 */
export const orthanc: ClinicalAdapter = {
  id: "orthanc",
  version: 2,
  name: "Orthanc",
  kind: "clinical",
  hosts: [],
  evidence: {
    level: "run-here",
    checked: "2026-11-24",
    refs: [
      { document: "docs/SITES.md", section: "B3" },
      {
        release: "Debian orthanc 1.10.1",
        file: "explorer.html and explorer.js, embedded in /usr/sbin/Orthanc",
      },
    ],
  },
  tenant: "^(?<tenant>[a-z0-9.:[\\]-]+)$",
  reference: "keyed",
  idForm: "^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$",
  person: [],
  pages: [
    level("patient"),
    level("study"),
    level("series"),
    level("instance"),
    {
      kind: "record.search",
      page: "lookup",
      part: "path+hash",
      match: "^(?:/[^#?]*)?/explorer\\.html(?:#lookup)?$",
      confirm: ["#lookup-result"],
      unless: [],
      rows: "#lookup-result ul > li",
      asks: ["#lookup-submit"],
    },
  ],
  acts: [
    {
      kind: "record.export",
      what: "archive",
      click: ["#patient-archive", "#study-archive", "#series-archive"],
      saves: "{id}.zip",
    },
    {
      kind: "record.export",
      what: "media",
      click: ["#patient-media", "#study-media", "#series-media"],
      saves: "{id}.zip",
    },
    {
      kind: "record.download",
      what: "attachment",
      // A click beside the link, within its row, asks for no file.
      click: [
        ".patient-attachment a",
        ".study-attachment a",
        ".series-attachment a",
        ".instance-attachment a",
      ],
    },
    {
      kind: "record.download",
      what: "instance",
      click: ["#instance-download-dicom", "#instance-download-json"],
    },
  ],
};
