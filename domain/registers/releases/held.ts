import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInReleases: readonly HeldField[] = [
  {
    what: "Which record a release of information is of, and what of it may be told",
    where: "Releases",
    form: "The clinical system’s own number, or a keyed code; words that were screened for names and numbers",
    why: "To answer at once, on the telephone, who may be told what",
    kept: "as long as the register of releases is kept",
    columns: [
      ...["releases.recordRef", "releases.system", "releases.scopes", "releases.fromDay", "releases.toDay"],
      ...["releases.exclusions", "releases.purpose", "releases.formAt", "releases.formHash"],
      ...["releases.interpreter", "releases.lookedNote"],
    ],
    counts: "releases.recordRef",
    since: ["releases.at"],
    tells: "Whom you let us tell about your care, what we may tell them and until when.",
  },
  {
    what: "Whom a patient lets us tell: relation, first name, organisation, last figures of a telephone number",
    where: "Releases; read by who works them, never in an event, a reminder or a file",
    form: "A first name or an organisation in clear",
    why: "Whoever answers the telephone has to know whom the patient named",
    kept: "name and number until a year after the release ended; the relation as long as the register",
    columns: ["releases.name", "releases.phoneEnding", "releases.organisation", "releases.relation"],
    counts: "releases.name",
    since: ["releases.at"],
  },
  {
    what: "The form that a patient signed",
    where: "Releases, “Files” of one release; read by managers and the lead alone",
    form: "PDF, PNG or JPEG, with the names that stand on it; a file is not looked through",
    why: "To show that the patient allowed it",
    kept: "until a year after the release ended, as the name is; its hash as long as the register",
    columns: ["release_files.file"],
    since: ["release_files.at"],
  },
  {
    what: "That somebody asked who may be told about a record",
    where: "Releases, “asked”",
    form: "The same reference, and which release was used",
    why: "So that asking without need is seen",
    kept: "as long as the register of releases is kept",
    columns: ["release_asks.recordRef", "release_asks.system", "release_asks.told"],
    counts: "release_asks.recordRef",
    since: ["release_asks.at"],
  },
];

export const nothingInReleases: NothingHeld = {
  releases: {
    "Codes from which nothing can be read": ["channels", "once", "proof", "revokedHow"],
    "Days on which a release begins and ends, was signed, entered or taken back": [
      ...["validFrom", "expiresOn", "signedOn", "at", "revokedAt", "usedAt", "lookedAt"],
    ],
    "What staff read and did": ["capacityBy", "explainedBy", "witness", "by", "revokedBy", "lookedBy"],
  },
  release_files: {
    "What staff read and did": ["subject", "what", "mime", "size", "by", "at", "clearedAt"],
    "Codes from which nothing can be read": ["sha256"],
  },
  release_asks: {
    "Days on which something was asked": ["at", "day", "toldAt", "liftedAt"],
    "What staff read and did": ["user", "browser", "stood", "refused", "liftedBy"],
  },
};
