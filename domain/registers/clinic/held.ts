import type { NothingHeld } from "../../work/held.ts";

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
