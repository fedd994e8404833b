import { does, type Ordinary } from "../clicks.ts";

const orthancId = "6816cb19-844d5aee-85245eba-28e841e6-2414fae2";

/** What stands on the pages of Orthanc's own explorer. */
export const orthancClicks: Ordinary = {
  host: "127.0.0.1:8042",
  at: `/app/explorer.html#study?uuid=${orthancId}`,
  open: orthancId,
  pages: [
    ...["patient", "study", "series", "instance"].map((one) => `/app/explorer.html#${one}?uuid=${orthancId}`),
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
};
