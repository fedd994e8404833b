import { nations } from "../four-answers.ts";
import { dpa, from, gdpr, type PolicyError } from "./error.ts";

/** What a policy says of keeping, breaches, recordings and the police, and the law does not. */
export const keepingErrors: readonly PolicyError[] = [
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
    id: "share-of-trained-by-law",
    nations,
    words: [/\b95 ?(?:%|per ?cent)/, /\b(?:law|legal(?:ly)?|statut\w+|gdpr|act)\b/],
    why: "No law names a share of trained staff. It is a toolkit’s target, and what is published of it contradicts itself.",
    right: "Our target is that 95 % of staff are in date with their training.",
    source: from("DSPT news and the small providers’ tool", "3.2.1"),
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
];
