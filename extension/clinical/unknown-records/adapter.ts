import type { ClinicalAdapter, ClinicalPage } from "#domain/sites/clinical-adapter";

const drawn = ["main h1", "h1", "h2", "main", "[role=main]", "#content", "#app > *", "body > div *"];

const page = (part: ClinicalPage["part"], match: string): ClinicalPage => ({
  kind: "record.view",
  page: "patient",
  recordKind: "patient",
  part,
  match,
  confirm: drawn,
  unless: ["input[type=password]"],
});

/** A note, letter or file by its own number, below whichever of these words; what else lies below a record is not told apart. */
const item =
  "(?<item>[a-z_-]{0,20}(?<![a-z])(?:notes?|letters?|files?|attachments?|documents?|reports?|results?|forms?)/(?!page)(?=[^/?]*\\d)[A-Za-z0-9-]{1,64})";

/**
 * A clinical system that no adapter describes, on a host that the clinic names: routes as most systems write them.
 * What its ids derive from is not known, so references are keyed.
 */
export const unknownRecords: ClinicalAdapter = {
  id: "unknown-records",
  version: 2,
  name: "Clinical system",
  kind: "clinical",
  hosts: [],
  evidence: {
    level: "memory",
    checked: "2026-11-24",
    refs: [{ document: "docs/SITES.md", section: "B2" }, { unsourced: "from memory" }],
  },
  tenant: "^(?<tenant>[a-z0-9.:[\\]-]+)$",
  reference: "keyed",
  idForm: "^(?=.*\\d)[A-Za-z0-9-]{1,64}$",
  person: [],
  pages: [
    page(
      "path",
      `^/(?:[^?#]*/)?(?:patients?|clients?)/(?:profile/|chart/)?(?<id>[A-Za-z0-9-]{1,64})/${item}(?:/.*)?$`,
    ),
    page(
      "path",
      "^/(?:[^?#]*/)?(?:patients?|clients?)/(?:profile/|chart/)?(?<id>[A-Za-z0-9-]{1,64})(?:/.*)?$",
    ),
    page("hash", `^#!?/?(?:[^?]*/)?(?:patients?|clients?)/(?<id>[A-Za-z0-9-]{1,64})/${item}(?:[/?].*)?$`),
    page("hash", "^#!?/?(?:[^?]*/)?(?:patients?|clients?)/(?<id>[A-Za-z0-9-]{1,64})(?:[/?].*)?$"),
    page("hash", "^#!?/?patients?\\?(?:.*&)?(?:id|uuid)=(?<id>[A-Za-z0-9-]{1,64})(?:&.*)?$"),
    page(
      "path+query",
      "^/[^?]*\\?(?:.*&)?(?:patient_?id|patient_?uuid|set_pid|pid|demographic_?no)=(?<id>[A-Za-z0-9-]{1,64})(?:&.*)?$",
    ),
  ],
  acts: [],
};
