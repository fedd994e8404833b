import { type Nation, nations } from "./four-answers.ts";
import type { LawSource, Sure } from "./rule.ts";

/** What a clinic's policy says and the law does not, and by which words it is known. */
export interface PolicyError {
  readonly id: string;
  /** Where it is wrong; a sentence may be right in another nation. */
  readonly nations: readonly Nation[];
  /** All have to stand in the sentence, as `normalText` writes it. */
  readonly words: readonly RegExp[];
  /** None of these may. */
  readonly unless?: readonly RegExp[];
  /** Why it is wrong, in one or two sentences. */
  readonly why: string;
  /** A sentence that is right, to copy. */
  readonly right: string;
  readonly source: LawSource;
  /** Only what was read is told as law. */
  readonly sure: Sure;
}

const readOn = "2026-11-30";
const from = (title: string, section: string): LawSource => ({ title, section, read: readOn });
const gdpr = "UK GDPR";
const dpa = "Data Protection Act 2018";
const duaa = "Data (Use and Access) Act 2025";

/** Words by which a request of a person for what is held about them is known. */
const access =
  /\b(?:subject access|sars?\b|dsars?\b|access request|access to (?:your|their|medical|health|clinical|my|his|her|patient)?\s*(?:records?|notes?|files?|information|data)|copy of|copies|right of access|requests? (?:for|to see)|see (?:your|their) (?:records?|notes?)|requests?)\b/;

export const policyErrors: readonly PolicyError[] = [
  {
    id: "act-of-2004",
    nations,
    words: [/data protection act,? \(?2004\b/],
    why: "The Data Protection Act of 2004 is Gibraltar’s. A clinic in the United Kingdom stands under the UK GDPR and the Data Protection Act 2018.",
    right: "We comply with the UK GDPR and the Data Protection Act 2018.",
    source: from(dpa, "ss.1 and 3(9)"),
    sure: "read",
  },
  {
    id: "act-of-1998",
    nations,
    words: [
      /data protection acts?,? (?:of )?\(?(?:1984|1998)\b|\beight (?:data protection )?principles\b|\b(?:1998|1984) data protection act|\bgeneral data protection regulations? \(?1998/,
    ],
    unless: [/replaced|repealed|superseded|formerly|no longer/],
    why: "The data protection law of today is the UK GDPR and the Data Protection Act 2018; the Act of 1998 and its eight principles are no part of it.",
    right: "We comply with the UK GDPR and the Data Protection Act 2018.",
    source: from(dpa, "ss.1 and 3(9)"),
    sure: "read",
  },
  {
    id: "public-records-act",
    nations,
    words: [/public records act/],
    unless: [/\b(?:nhs contract|public authorit)/],
    why: "There is no Public Records Act of 1950: the Act is of 1958, and it binds bodies whose records are public. A private clinic’s records are not.",
    right: "We keep records for as long as the periods in this policy say, and no longer.",
    source: from("Public Records Act 1958", "s.10 and Sch 1"),
    sure: "second-hand",
  },
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
    id: "breach-clock",
    nations,
    words: [
      /\b(?:breach|ico|information commission(?:er)?|regulator|notif\w+|report\w*|inform\w*)\b/,
      /\b(?:3|three|72|seventy-two|five|5)(?: \(\d+\))? (?:working|business) (?:days|hours)\b|\b72 hours\b.{0,40}\b(?:end|completion|conclusion|outcome|finish)\w*\b.{0,20}\b(?:investigation|enquir|inquir)/,
    ],
    unless: [/candour|acknowledg|complain/],
    why: "It is 72 hours on the clock from becoming aware, weekends and holidays among them; the enquiry goes on after the notice.",
    right: "We notify the regulator within 72 hours of becoming aware, and send what is missing later.",
    source: from(gdpr, "Art 33(1) and (4)"),
    sure: "read",
  },
  {
    id: "mailing-list",
    nations,
    words: [
      /\b(?:automatic(?:ally)?|by default|without (?:further )?consent|deemed to (?:have )?consent)\b/,
      /\b(?:newsletters?|mailing lists?|marketing|promotion\w*|special offers|offers)\b/,
    ],
    unless: [/\b(?:never|not|no)\b.{0,30}\bautomatic/],
    why: "Marketing by e-mail or text needs consent. Without it only those who bought, or asked the price of, a similar service may be written to, and only if they could refuse when their address was taken and in every message.",
    right:
      "We write to you about our services only if you have asked us to; every message says how to stop it.",
    source: from("Privacy and Electronic Communications Regulations 2003", "reg 22"),
    sure: "second-hand",
  },
  {
    id: "marketing-by-address",
    nations,
    words: [
      /\b(?:if|when|by|once) (?:you |your )?(?:\w+ ){0,3}(?:give|giving|provide|providing|suppl\w+|leave|leaving|register\w*)\b/,
      /\b(?:offers|newsletters?|marketing|promotion\w*)\b/,
      /\b(?:will|may|shall|agree|consent)\b/,
    ],
    unless: [
      /consent to (?:this|receive)|opt[- ]in|tick|unless you (?:tell|ask|refuse|object|opt)|can refuse|if you (?:have )?(?:ask|agree|consent)/,
    ],
    why: "Leaving an address is no consent to marketing. The exception for customers asks that they could refuse when the address was taken and in every message.",
    right:
      "We write to you about our services only if you have asked us to; every message says how to stop it.",
    source: from("Privacy and Electronic Communications Regulations 2003", "reg 22"),
    sure: "second-hand",
  },
  {
    id: "cookies-by-use",
    nations,
    words: [
      /\bcookies?\b/,
      /\b(?:by|continu\w+|your use|using|visiting|browsing)\b.{0,40}\b(?:consent|agree|accept)\b/,
    ],
    why: "Going on reading is no consent: it is a clear act, asked before what is not needed is stored.",
    right: "We set only the cookies that the site needs, and others only if you choose them.",
    source: from("Privacy and Electronic Communications Regulations 2003; UK GDPR", "reg 6; Art 4(11)"),
    sure: "second-hand",
  },
  {
    id: "consent-by-attending",
    nations,
    words: [
      /\bconsent\b.{0,80}\b(?:assumed|implied|deemed|presumed)\b|\bby (?:attending|registering|booking|becoming|signing|using|choosing|completing)\b.{0,80}\b(?:consent|agree|give (?:us )?permission)\b/,
      /\b(?:process|shar|stor|hold|use|disclos)\w*\b/,
    ],
    why: "That is no consent, and care needs none in data protection law: it has grounds of its own. Consent is asked for by itself, and can be taken back.",
    right:
      "We use your information for your care because we have to; where we need your consent we ask for it by itself.",
    source: from(gdpr, "Arts 4(11), 7 and 9(2)(h)"),
    sure: "second-hand",
  },
  {
    id: "destroyed-by-itself",
    nations,
    words: [
      /\b(?:destroy|delet|eras|dispos|shred|purg)\w*\b/,
      /\bautomatic(?:ally)?\b|\bimmediately (?:after|when|on)\b|\bas soon as\b/,
      /\b(?:retention|period|years?|records?|notes?)\b/,
    ],
    unless: [
      /cctv|footage|image|recording|camera|overwrit|paper|shredded (?:immediately|after)|scann|review|apprais|after (?:a )?check|hold/,
    ],
    why: "The period is a minimum after which a record is looked at. While a request, complaint, claim or inquiry is open it is kept; destroying what was asked for can be an offence.",
    right:
      "When the period has ended we look at the record, keep it where a complaint, claim or request is open, and otherwise destroy it.",
    source: from(`NHS Records Management Code; ${dpa}`, "2023; s.173"),
    sure: "read",
  },
  {
    id: "kept-for-ever",
    nations,
    words: [
      /\b(?:indefinitely|for ever|forever|permanently|in perpetuity|no time limit)\b/,
      /\b(?:keep|kept|retain\w*|stor\w+|hold|held|archiv\w+|records?|notes?|enquir\w+|indefinitely)\b/,
    ],
    unless: [/\bnot\b|\bnever\b|no longer/],
    why: "What names somebody is kept no longer than its purpose needs, so there has to be a period.",
    right: "We keep it for the period in our retention table, and then look at it.",
    source: from(gdpr, "Art 5(1)(e)"),
    sure: "second-hand",
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
  {
    id: "police-may-demand",
    nations,
    words: [
      /\bpolice\b/,
      /\b(?:must|always|obliged to|have to|required (?:by law )?to|without (?:question|delay|consent))\b.{0,50}\b(?:disclos|give|given|provide|hand|release|suppl|pass)\w*\b/,
    ],
    unless: [
      /court|order|warrant|terroris|unless|where the law|statut|road traffic|gun|knife|fgm|mutilation|record/,
    ],
    why: "Without an order or a law that says so the police ask: the exemption for crime allows, and obliges nobody. The clinic decides, and writes down why.",
    right:
      "Where the police ask, the lead decides what the law allows or requires, gives no more than is needed and writes it down.",
    source: from(dpa, "Sch 2 para 2"),
    sure: "read",
  },
  {
    id: "law-sets-cctv-days",
    nations,
    words: [
      /\b(?:law|legislation|legal(?:ly)?|statut\w+|the act|regulations?|ico|commissioner)\b.{0,60}\b(?:requires?|required|obliges?|demands?|states?|limits?|maximum|sets?)\b/,
      /\b(?:cctv|footage|images|recordings?|camera)\b/,
      /\b\d{1,3} days\b|\bmonths?\b/,
    ],
    why: "No law of the United Kingdom names a number of days for CCTV: the clinic sets it, by how long an incident needs to come to light.",
    right: "We keep recordings no longer than the days we have set, unless an incident needs them.",
    source: from("Checklist for users of limited CCTV systems, ico.org.uk", "retention"),
    sure: "read",
  },
  {
    id: "share-of-trained-by-law",
    nations,
    words: [/\b95 ?(?:%|per ?cent)/, /\b(?:law|legal(?:ly)?|statut\w+|gdpr|act)\b/],
    why: "No law names a share of trained staff. It is a toolkit’s target, and what is published of it contradicts itself.",
    right: "Our target is that 95 % of staff are in date with their training.",
    source: from("DSPT news and the small providers’ tool", "3.2.1"),
    sure: "read",
  },
  {
    id: "periods-of-northern-ireland",
    nations: ["northern-ireland"],
    words: [
      /\b(?:8|eight)(?: \(\d\))? years\b|\b25th birthday\b|\btwenty-fifth birthday\b/,
      /\b(?:records?|notes?|adults?|child\w*|patients?)\b/,
    ],
    unless: [/cctv|staff|account|complain|training/],
    why: "For a registered clinic in Northern Ireland it is ten years from the last entry, and a child’s record to the 27th birthday, by statute.",
    right: "We keep adult records for ten years from the last entry, and children’s to the 27th birthday.",
    source: from("Independent Health Care Regulations (Northern Ireland) 2005", "reg 21 and Sch 3"),
    sure: "read",
  },
];
