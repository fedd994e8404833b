import { nations } from "../four-answers.ts";
import { dpa, duaa, from, gdpr, type PolicyError } from "./error.ts";

/** Words by which a request of a person for what is held about them is known. */
const access =
  /\b(?:subject access|sars?\b|dsars?\b|access request|access to (?:your|their|medical|health|clinical|my|his|her|patient)?\s*(?:records?|notes?|files?|information|data)|copy of|copies|right of access|requests? (?:for|to see)|see (?:your|their) (?:records?|notes?)|requests?)\b/;

/** What a policy says of requests and complaints, and the law does not. */
export const rightsErrors: readonly PolicyError[] = [
  {
    id: "access-fee",
    nations,
    words: [
      /(?:\bfee\b|\bcharge|\bpay(?:able|ment)?\b|£ ?\d)/,
      /(?:£ ?\d|\bfee (?:of|is|will|applies|may)|\bcharge (?:of|you|a)|payable|will (?:be )?charge|must pay)/,
      access,
    ],
    unless: [
      /manifestly|unfounded|excessive|further cop|additional cop|extra cop|second copy/,
      /\b(?:no|without|free of) (?:a )?(?:fee|charge)|\bnot (?:be )?charge|free of charge/,
      /data protection fee|registration|not (?:usually|normally) charge/,
    ],
    why: "What is held about somebody is given free of charge. A reasonable fee may be asked only where a request is manifestly unfounded or excessive, or for further copies.",
    right:
      "There is no charge. We may ask a reasonable fee where a request is manifestly unfounded or excessive, or for further copies.",
    source: from(gdpr, "Art 12(5) with Art 15(3); DUAA Sch 11 para 5"),
    sure: "read",
  },
  {
    id: "access-in-writing",
    nations,
    words: [
      /\b(?:must|should|only|have to|has to|need to|needs to|required to|can only) (?:\w+ ){0,3}(?:be )?(?:made |submitted |put |sent |received |accepted |requested )?(?:in writing|in written form|on (?:our|the) form|by letter)\b/,
      access,
    ],
    unless: [/refus|deceased|died|insur|consent|reply|answer|respon[ds]|complain/],
    why: "A request for one’s own information has no form: it may be made by word of mouth, by letter, or by any other way to anybody of the clinic.",
    right: "You may ask us in any way, by word of mouth too; a form helps us and is never required.",
    source: from(gdpr, "Arts 12(2) and 15"),
    sure: "second-hand",
  },
  {
    id: "access-only-oneself",
    nations,
    words: [
      /\bonly (?:be )?(?:\w+ )?(?:requested|made|asked for|obtained|given|released|collected|accessed)? ?(?:be )?(?:requested |made |asked for |collected )?(?:by|to) (?:yourself|you|the (?:patient|client|person|individual|data subject)|patients|clients)\b|\bonly (?:the )?(?:you|patients?|clients?|data subject) (?:yourself |themselves |himself or herself )?(?:can|may) (?:request|ask)|\b(?:by|from) (?:yourself|the patient|the client) (?:only|alone|in person)|no[- ]one else (?:can|may) (?:request|ask)/,
    ],
    unless: [/consent|authoris|authoriz|parent|behalf|marketing/],
    why: "Somebody with the person’s authority, a parent who may act for a child, or whoever a court has appointed can ask for them.",
    right: "You, or somebody who may act for you, can ask for a copy of your record.",
    source: from(`${gdpr}; ${dpa}`, "Art 15; Sch 3 para 4"),
    sure: "read",
  },
  {
    id: "access-days",
    nations,
    words: [
      /\b(?:40|forty|30|thirty|45|60|sixty|21|twenty-one)(?: \(\d+\))? (?:calendar |working )?days\b/,
      /\b(?:respon[ds]\w*|answer\w*|repl(?:y|ies)|compl(?:y|ied)|provid\w*|suppl\w*|process\w*|deal\w*|complet\w*|fulfil\w*|receive)\b/,
    ],
    unless: [
      /complain|acknowledg|deceased|1990|insur|regulator|cctv|footage|image|retain|kept|keep|\b21 days/,
    ],
    why: "The law counts one calendar month from the day the request came to the same date of the next month, not days: after 31 January it ends on 28 February.",
    right: "We answer within one month of your request.",
    source: from(duaa, "s.76(3): UK GDPR Art 12A"),
    sure: "read",
  },
  {
    id: "clock-stops",
    nations,
    words: [
      /\b(?:clock|time|period|month|deadline)\b.{0,40}\b(?:stops|stop|paused?|suspended|restarts?)\b/,
      /\b(?:whenever|any (?:time|question|reason)|all requests|every|until (?:we|you))\b/,
    ],
    why: "Only a request for a copy can be paused, and only where we need to know more to find what is meant. Waiting for a fee or for a proof of identity moves the beginning instead.",
    right:
      "If we cannot tell what you are asking for, we ask you at once, and the days until you answer do not count.",
    source: from(duaa, "s.76(3): UK GDPR Art 12A"),
    sure: "read",
  },
  {
    id: "veto-of-practitioner",
    nations,
    words: [
      /\b(?:practitioners?|therapists?|clinicians?|counsellors?|psychologists?|doctors?|dentists?|physiotherapists?|we)\b.{0,30}\b(?:may|can|reserves? the right to|at (?:\w+ ){0,2}discretion)\b.{0,40}\b(?:refuse|withhold|decline|deny)\b/,
      /\b(?:any|all|notes?|records?|access)\b/,
      /\b(?:private|discretion|any reason|see fit|consider|choose|prefer|sensitive|without (?:giving )?(?:a )?reason)\b/,
    ],
    unless: [/serious harm|manifestly|excessive|unfounded|third part|exempt/],
    why: "A practitioner has no veto. Health data may be held back where serious harm is likely, on the opinion of a health professional whom the Act names, and for the other exemptions it lists.",
    right:
      "We hold back only what the law allows, such as what would be likely to cause serious harm, and tell you why.",
    source: from(dpa, "Sch 3 Pt 2 paras 2, 5 and 6; Sch 2"),
    sure: "read",
  },
  {
    id: "parent-automatic",
    nations,
    words: [
      /\bparents?\b/,
      /\b(?:automatic(?:ally)?|always|full|absolute|unrestricted)\b.{0,30}\b(?:right|access|entitled|see|receive)\b|\bright\b.{0,20}\bautomatic/,
    ],
    why: "The right is the child’s. A parent acts for a child who cannot judge it, and not for what the child told in confidence.",
    right:
      "A parent may ask for a child who cannot do so; what the child told us in confidence stays with the child.",
    source: from(dpa, "Sch 3 para 4; s.208 (Scotland)"),
    sure: "read",
  },
  {
    id: "complain-here-first",
    nations,
    words: [
      /\bcomplain/,
      /\b(?:must|have to|has to|need to|are required to|should|only)\b.{0,80}\b(?:first|before|once|after|unless|until)\b/,
      /\b(?:ico|information commission(?:er)?|regulator|commissioner|supervisory|ombudsman|elsewhere)\b|\bbefore (?:contacting|going|taking)/,
    ],
    why: "The law makes no condition of it: a person may go to the regulator whether or not they came to the clinic first. Ask them to, and say that they may go there.",
    right:
      "Please tell us first, so that we can put it right. You may also complain to the regulator at any time.",
    source: from(duaa, "s.103: DPA 2018 ss.164A and 165"),
    sure: "read",
  },
  {
    id: "article-77",
    nations,
    words: [/\b(?:article|art\.?) 77\b/],
    why: "Article 77 is no longer part of the UK GDPR. The right to complain stands in sections 164A (to the clinic) and 165 (to the regulator) of the Act.",
    right: "You may complain to us, and to the regulator under section 165 of the Data Protection Act 2018.",
    source: from(duaa, "s.103 and Sch 10"),
    sure: "read",
  },
  {
    id: "records-act-of-1990",
    nations,
    words: [/access to health records act/],
    unless: [/deceased|died|dead|death|personal representative/],
    why: "The Act of 1990 is for the records of those who have died. A living person asks under the UK GDPR.",
    right:
      "You may ask for your own records under the UK GDPR; those of somebody who has died are asked for under the Access to Health Records Act 1990.",
    source: from("Access to Health Records Act 1990", "s.3(1)(f)"),
    sure: "read",
  },
];
