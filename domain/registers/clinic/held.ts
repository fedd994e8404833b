import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInClinic: readonly HeldField[] = [
  {
    what: "The clinic’s own patients as keyed tokens, where the clinic decided on such a list",
    where: "Settings",
    form: "Cut HMACs of names with birthdays, numbers and addresses, beside their key: nobody can be read off, and whoever has the file can try names",
    why: "The mail guard holds what names somebody of the list",
    kept: "until it is replaced, erased or switched off, and 180 days at most; in no backup",
    columns: ["clinic.exactList"],
  },
];

export const nothingInClinic: NothingHeld = {
  clinic: {
    "What the clinic says of itself": [
      ...["name", "nation", "timeZone", "regulator", "leadTitle", "lead", "deputyLead", "mailDomains"],
      ...[
        "approvedDomains",
        "approvedSystem",
        "registersOff",
        "publicForm",
        "publicPhone",
        "reviewDay",
        "mailOverride",
        "staffPapersPass",
        "mailRules",
        "sites",
        "siteKinds",
        "adapters",
        "adaptersRevision",
        "adaptersSignature",
        "adapterNames",
        "exactDecision",
        "diskEncrypted",
      ],
      ...["controller", "duty", "deputy", "since", "profile", "registration", "sector", "address"],
      ...["careRegulator", "legalForm", "nhsWork", "candourReports"],
    ],
  },
  notices: {
    "What the clinic says of itself": [
      ...["number", "text", "scope", "assessmentDecision", "assessedBy", "assessedOn", "viewsSought"],
      ...["views", "recordedBy"],
    ],
  },
  notice_shown: { "What staff read and did": ["notice", "user", "browser", "at"] },
  system_accounts: { "Who works here": ["system", "account", "user"] },
};
