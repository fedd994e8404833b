import { nations } from "../four-answers.ts";
import { dpa, from, gdpr, type PolicyError } from "./error.ts";

/** Acts that do not hold here, and marketing, cookies and consent. */
export const actErrors: readonly PolicyError[] = [
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
];
