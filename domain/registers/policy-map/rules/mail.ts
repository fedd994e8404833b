import type { KeepRule } from "../rule.ts";

/** What leaves the clinic: mail, post, telephone, and with whom it is shared. */
export const mailRules: readonly KeepRule[] = [
  {
    id: "mail-read-here",
    state: "test",
    words: [
      /\b(?:e-?mails?|attachments?|documents?|files?)\b/,
      /\b(?:checked|read|scanned|examined)\b.{0,60}\b(?:on|in|within) (?:the |their |this |own )*(?:\w+'s )?(?:own )?(?:browser|computer|device)\b/,
      /\b(?:not (?:sent|uploaded|leave)|never leaves?|nothing (?:is )?(?:sent|leaves?)|stays?)\b/,
    ],
    unless: [/by mistake/],
    test: "read-in-browser",
    how: "a held file is read in the browser, and what is sent holds no word of it",
  },
  {
    id: "mail-encrypted",
    first: true,
    state: "screen",
    page: "/mail",
    words: [
      /\be-?mail(?:s|ed|ing)?\b/,
      /\b(?:encrypt\w*|password[- ]protect\w*|protected by (?:a )?password|secure (?:e-?mail|attachments?))\b/,
    ],
    unless: [/newsletter|marketing|e-?mail address|website|laptop|device/],
    how: "a document that names a patient is held in the mail page, and what was chosen is kept",
  },
  {
    id: "documents-by-mail",
    state: "screen",
    page: "/mail",
    words: [
      /\be-?mail(?:s|ed|ing)?\b|\battach\w*\b/,
      /\b(?:never|not|no|must not|only|prohibit\w*|avoid|asked|confirm\w*|checked|held|encrypt\w*|secure\w*|before)\b/,
      /\b(?:documents?|records?|notes?|reports?|letters?|x-rays?|patient|clinical|information|details|attachments?|attached|data)\b/,
    ],
    unless: [/newsletter|marketing|mailing list|promot|reply to|breach|address on file|cctv/],
    how: "a document that names a patient is held in the mail page, and what was chosen is kept",
  },
  {
    id: "leave-through-system",
    state: "screen",
    page: "/mail",
    words: [
      /\b(?:portal|clinical system|cliniko|practice (?:system|software)|secure (?:link|messag\w*|transfer))\b/,
      /\b(?:only|never|must|always|instead|exclusively)\b/,
      /\b(?:sent|send|given|shared?|documents?|cop(?:y|ies)|notes?|records?|written|kept|stored)\b/,
    ],
    unless: [/backup|access rights|password|factor/],
    how: "the mail guard and the access log show what left another way",
  },
  {
    id: "post-checked",
    state: "people",
    words: [
      /\b(?:letters?|post|posted|envelopes?|mail(?:ed)? out|courier|recorded delivery)\b/,
      /\b(?:check\w*|address\w*|marked|sealed|confidential|tracked|recorded|private)\b/,
    ],
    unless: [/e-?mail address/],
    audit: { what: "Post before it goes out", months: 6 },
    how: "people check an address",
  },
  {
    id: "caller-known",
    state: "screen",
    page: "/sharing",
    otherwise: "people",
    words: [
      /\b(?:telephone|phone|caller|calls?)\b/,
      /\b(?:identity|identif\w*|confirm\w*|verif\w*|call(?:ed|ing)? back|security questions?)\b/,
    ],
    audit: { what: "Identity on the telephone", months: 6 },
    how: "who asked, how they were known, and what they were told",
  },
  {
    id: "consent-before-sharing",
    state: "screen",
    page: "/sharing",
    otherwise: "people",
    words: [
      /\b(?:shar\w*|giv(?:e|en)|disclos\w*|sen[dt]|pass(?:ed)?|speak|discuss\w*|contact\w*|releas\w*|divulg\w*|reveal\w*|provided?|told)\b/,
      /\b(?:consent\w*|agree\w*|permission|authori[sz]\w*|wishes)\b/,
    ],
    unless: [/without (?:your |their |the patient's )?consent|cookie|treatment|examination/],
    audit: { what: "Consent before something is shared", months: 6 },
    how: "what somebody agreed to, when, and what was taken back",
  },
  {
    id: "disclosed-by-need",
    state: "screen",
    page: "/sharing",
    otherwise: "people",
    words: [
      /\b(?:disclos\w*|shar\w*|pass(?:ed)?|giv\w*|releas\w*)\b/,
      /\bneed[- ]to[- ]know\b|\bneeds? to know\b|\b(?:who|which) (?:do|does) not need\b|\bminimum (?:amount|necessary)\b/,
    ],
    unless: [/cctv|footage|camera|staff (?:may|must|can) (?:only )?(?:open|view|access)/],
    audit: { what: "Disclosures by need", months: 6 },
    how: "the register of disclosures: to whom, on what ground, who decided",
  },
  {
    id: "disclosures-recorded",
    state: "screen",
    page: "/sharing",
    otherwise: "people",
    words: [
      /\b(?:disclos\w*|shar\w*|police|courts?|insurers?|solicitors?|safeguarding|third part(?:y|ies))\b/,
      /\b(?:record\w*|written down|logg?ed|log|decided by|decision|decides|approved|minimum|only share|share only|legally required|required by law|no more than|necessary|documented)\b/,
    ],
    unless: [
      /contract|processor|agreement|cctv|footage|images?\b|recordings|camera|without (?:your |their )?consent/,
    ],
    audit: { what: "Disclosures written down", months: 6 },
    how: "the register of disclosures: to whom, on what ground, who decided",
  },
  {
    id: "marketing-withdrawn",
    state: "screen",
    page: "/sharing",
    otherwise: "people",
    words: [
      /\b(?:marketing|newsletters?|mailing lists?|offers|promotion\w*)\b/,
      /\b(?:consent|withdraw\w*|opt(?:ed)?[- ]?(?:in|out)|unsubscrib\w*|object|stop|refuse|asked)\b/,
    ],
    audit: { what: "Addresses in the newsletter against consents", months: 6 },
    how: "purposes with what each person said, and when",
  },
  {
    id: "contracts-with-processors",
    state: "screen",
    page: "/suppliers",
    otherwise: "people",
    words: [
      /\b(?:suppliers?|processors?|compan(?:y|ies)|providers?|contractors?|third part(?:y|ies)|software|service)\b/,
      /\b(?:contracts?|agreements?|article 28|art\.? 28|terms|confirm\w*|due diligence|checked)\b/,
    ],
    unless: [
      /confidentiality (?:agreement|undertaking|clause)|cleaners|anti-?virus|shred|employment contract/,
    ],
    audit: { what: "Contracts with suppliers", months: 12 },
    how: "each supplier with its contract, place of hosting and next check",
  },
  {
    id: "hosted-in",
    state: "screen",
    page: "/suppliers",
    otherwise: "people",
    words: [
      /\b(?:servers?|databases?|data cent(?:re|er)s?|hosted|cloud|backups?|back-ups?)\b/,
      /\b(?:with)?in (?:the )?(?:uk|eu|eea|united kingdom|european (?:union|economic area)|ireland|england|scotland|wales)\b|\boutside (?:the )?(?:uk|eu|eea|united kingdom)\b/,
    ],
    audit: { what: "Where data is hosted", months: 12 },
    how: "each supplier’s place of hosting and the ground of a transfer",
  },
  {
    id: "place-of-hosting",
    state: "screen",
    page: "/suppliers",
    otherwise: "people",
    words: [
      /\b(?:hosted|hosting|servers?|stored|transfer\w*|leaves?|outside)\b/,
      /\b(?:united kingdom|uk|eea|european|overseas|abroad|another country|countries|where)\b/,
      /\b(?:suppliers?|providers?|register of suppliers|confirm\w*|checked|register|safeguards?|adequacy|data cent(?:re|er)s?)\b/,
    ],
    audit: { what: "Where data is hosted", months: 12 },
    how: "each supplier’s place of hosting and the ground of a transfer",
  },
];
