import type { KeepRule } from "../rule.ts";

/** What people keep: paper, rooms, backups and machines. */
export const paperRules: readonly KeepRule[] = [
  {
    id: "paper-locked",
    state: "people",
    words: [
      /\b(?:paper|cabinets?|notes|files?|filing|records|drawers?|documents)\b/,
      /\b(?:lock\w*|keys?|secure\w* stored|stored securely|put away|clear desk|not left|unattended)\b/,
    ],
    unless: [/computer|screen|laptop|keyboard|device|electronic/],
    audit: { what: "Paper storage", months: 6 },
    how: "people look whether a cabinet is locked",
  },
  {
    id: "clear-desk",
    first: true,
    state: "people",
    words: [/\bclear[- ]desk\b|\bdesks?\b.{0,40}\b(?:clear(?:ed)?|tidy|tidied)\b/],
    audit: { what: "Clear desks", months: 6 },
    how: "people walk round",
  },
  {
    id: "shredding",
    first: true,
    state: "people",
    words: [/\bshred\w*\b|\bconfidential waste\b|\bincinerat\w*\b/],
    audit: { what: "Shredding and its certificates", months: 6 },
    how: "people look at the certificates",
  },
  {
    id: "disks-wiped",
    first: true,
    state: "people",
    words: [
      /\b(?:computers?|hard ?(?:disks?|drives?)|laptops?|equipment|devices?|media)\b/,
      /\b(?:wiped?|destroy\w*|disposal|disposed|certificate|erased)\b/,
    ],
    audit: { what: "Old machines wiped", months: 12 },
    how: "people keep the certificate",
  },
  {
    id: "backups",
    first: true,
    state: "people",
    words: [/\bback(?:ed)?[- ]?ups?\b|\bbacked up\b|\brestor(?:e|es|ed|ing)\b/],
    unless: [/restore (?:access|your)/],
    audit: { what: "A backup that was restored", months: 6 },
    how: "Chaperone knows of its own backups alone; those of the clinical system are restored by people",
  },
  {
    id: "rooms-locked",
    state: "people",
    words: [
      /\b(?:offices?|premises|building|rooms?|centre|clinic|practice|doors?)\b/,
      /\b(?:is|are|kept|always|remains?) (?:always |kept )?locked\b|\block(?:ed)? (?:up )?(?:when|outside|out of|at night)\b/,
    ],
    unless: [/cctv|camera|screen|computer/],
    audit: { what: "Rooms and doors out of hours", months: 6 },
    how: "people look",
  },
  {
    id: "kept-behind-doors",
    state: "people",
    words: [
      /\b(?:paper|physical|written|manual|hard ?cop(?:y|ies))\b/,
      /\b(?:secure(?:d|ly)?|lock\w*|restricted|controlled|staff[- ]only|safe)\b/,
    ],
    unless: [/shred|destroy|dispos|post\b|posted/],
    audit: { what: "Paper storage", months: 6 },
    how: "people look",
  },
  {
    id: "overheard",
    first: true,
    state: "people",
    words: [
      /\b(?:overheard|discuss\w*|conversations?|talk\w*|reception|corridors?|waiting (?:room|area)|public (?:areas?|places?))\b/,
      /\b(?:not|never|must|private|seen|avoid|away)\b/,
    ],
    unless: [/cctv|camera|meeting/],
    audit: { what: "Talk and screens at reception", months: 6 },
    how: "people listen",
  },
  {
    id: "left-in-view",
    first: true,
    state: "people",
    words: [
      /\b(?:information|documents?|papers?|notes|files?|records|letters?)\b/,
      /\b(?:unattended|in view|full view|left (?:out|lying|on|in)|others can (?:see|view|read)|lying around)\b/,
    ],
    unless: [/computer|laptop|answering|cctv/],
    audit: { what: "Paper and screens in view", months: 6 },
    how: "people look",
  },
  {
    id: "screens-turned",
    first: true,
    state: "people",
    words: [
      /\b(?:screens?|monitors?|computers?|terminals?|workstations?)\b/,
      /\b(?:position\w*|seen|visible|lock\w*|unattended|log(?:ged)? (?:off|out)|privacy)\b/,
    ],
    unless: [/minutes|automatic|anti-?virus/],
    audit: { what: "Screens at reception", months: 6 },
    how: "people look",
  },
  {
    id: "devices-wiped-far",
    first: true,
    state: "people",
    words: [/\b(?:remote\w*|find my)\b/, /\b(?:wip\w*|lock\w*|eras\w*)\b/],
    audit: { what: "Wiping a device from afar", months: 12 },
    how: "people try it once",
  },
  {
    id: "registered-insured",
    first: true,
    state: "people",
    words: [
      /\b(?:registered|registration|insured|indemnity|insurance|hcpc|gmc|gdc|nmc|bacp|references|dbs|disclosure and barring)\b/,
      /\b(?:staff|associates?|practitioners?|therapists?|clinicians?|checked|confirm\w*|renew\w*)\b/,
    ],
    unless: [/insurers?\b|data protection/],
    audit: { what: "Registration and insurance", months: 12 },
    how: "people look it up",
  },
];

/** What nothing here sees, and for which no audit is prepared. */
export const uncoveredRules: readonly KeepRule[] = [
  {
    id: "phones",
    first: true,
    state: "none",
    words: [
      /\b(?:whatsapp|messag\w* apps?|text messages?|sms|personal (?:mobile )?(?:phones?|devices?)|mobile phones?|social media|facebook|instagram)\b/,
    ],
    how: "nothing here sees a phone",
  },
  {
    id: "encryption",
    first: true,
    state: "none",
    words: [
      /\bencrypt\w*\b/,
      /\b(?:laptops?|devices?|disks?|drives?|tablets?|memory|usb|website|form|contact|data)\b/,
    ],
    unless: [/backup|back-up|backed up/],
    how: "nothing here sees how a disk or a site is encrypted",
  },
  {
    id: "virus",
    state: "none",
    words: [/\banti-?virus\b|\bfirewalls?\b|\bmalware\b|\bsoftware updates?\b|\bpatch\w*\b/],
    how: "nothing here sees it",
  },
  {
    id: "usb",
    first: true,
    state: "none",
    words: [/\b(?:usb|memory sticks?|removable media|cds?|dvds?)\b/],
    how: "nothing here sees what is plugged in",
  },
  {
    id: "ai-tools",
    first: true,
    state: "none",
    words: [/\b(?:artificial intelligence|ai|chatgpt|chatbots?|transcription)\b/],
    how: "nothing here sees it",
  },
  {
    id: "fax-machines",
    first: true,
    state: "none",
    words: [/\bfax\w*\b|\banswering machines?\b|\bvoicemail\b/],
    how: "nothing here sees it",
  },
  {
    id: "impact-assessment",
    state: "none",
    words: [/\b(?:dpia|impact assessments?|privacy by design)\b/],
    unless: [/cctv|camera/],
    how: "only the assessments of Chaperone and of CCTV are kept here",
  },
  {
    id: "disciplinary",
    state: "none",
    words: [/\bdisciplinary\b|\bdismiss\w*\b|\bgross misconduct\b/],
    how: "what follows for staff is not kept here",
  },
  {
    id: "nameless-notes",
    state: "none",
    words: [
      /\b(?:anonym\w*|pseudonym\w*|first names? only|initials only|not (?:contain|hold) any .*identif\w*)/,
    ],
    how: "nothing here reads what a note says",
  },
  {
    id: "sells-nothing",
    state: "none",
    words: [/\b(?:sell|sold|rent)\b/, /\b(?:never|not|no)\b/],
    how: "nothing here could show it",
  },
];
