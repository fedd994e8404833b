import type { KeepRule } from "../rule.ts";

/** Sentences that promise nothing: what a policy is, whom it is for, what words mean, what the law is. */
export const sayingRules: readonly KeepRule[] = [
  {
    id: "lead-in",
    first: true,
    state: "says",
    words: [/:$/],
    how: "leads up to a list: its items are looked at one by one",
  },
  {
    id: "is-personal-data",
    first: true,
    state: "says",
    words: [
      /\b(?:is|are|counts? as) (?:still |also |all )?(?:considered )?(?:to be )?personal (?:data|information)\b/,
    ],
    unless: [/\b(?:must|will|shall|never)\b/],
    how: "says what the law calls personal",
  },
  {
    id: "law-is",
    first: true,
    state: "says",
    words: [
      /^(?:the |under the )?(?:\w+ ){0,4}(?:gdpr|act|regulations?|dpa|legislation|law)\b(?: \(?\d{4}\)?)? (?:is|are|means|requires?|gives?|describes?|says?|states?|allows?)\b/,
    ],
    unless: [/\b(?:we|clinic|practice|staff) (?:must|will|shall)\b/],
    how: "says what the law is",
  },
  {
    id: "ground-of-use",
    state: "says",
    words: [
      /\b(?:process\w*|hold|keep|use|collect\w*|need)\b/,
      /\b(?:legitimate interests?|lawful basis|legal basis|contractual|vital interests?|article [69]|public task|in order to (?:provide|treat)|to provide you with|unable to (?:offer|provide|treat))\b/,
    ],
    unless: [/\b(?:never|only|years?|locked|encrypt\w*|consent)\b/],
    how: "says on which ground data is used",
  },
  {
    id: "need-of-data",
    state: "says",
    words: [/\bwe (?:also )?need (?:to|your)\b/],
    unless: [/\b(?:must|never|only|consent|identity)\b/],
    how: "says what data is needed for",
  },
  {
    id: "about-policy",
    first: true,
    state: "says",
    words: [
      /^(?:the purpose of )?(?:this|the) (?:policy|document|notice|statement|procedure|version)\b|^in this (?:policy|document|notice)\b|^version \d|^(?:effective|approved|issued|adopted)\b|^document (?:owner|number|reference)\b|\bcurrent version\b/,
      /\b(?:explains?|applies|sets? out|describes?|covers?|is to|purpose|should be read|version|means|owner|from|date|approved|tells|website)\b/,
    ],
    unless: [/\breview/, /\bmust\b/],
    how: "says what the policy is",
  },
  {
    id: "meaning",
    state: "says",
    words: [/\b(?:means|is defined as|refers? to|for example|includes?)\b/],
    unless: [/\b(?:must|will|shall|never)\b/],
    how: "says what a word means",
  },
  {
    id: "who-we-are",
    state: "says",
    words: [
      /^(?:the |our )?(?:clinic|practice|company|centre|we|[a-z' ]{3,60}) (?:is|are) (?:a |an |the )?(?:\w+ ){0,3}(?:data controller|controller|committed|group practice|small|private|independent|physiotherapy|dental|registered in|limited|practice|clinic|company)\b|\bdata controller\b|^our (?:practice|clinic)/,
    ],
    unless: [/\b(?:must|will|shall|fee|entry)\b/],
    how: "says who the clinic is",
  },
  {
    id: "is-controller",
    state: "says",
    words: [/\bis (?:also )?(?:the|a) (?:data )?(?:controller|processor)\b/],
    unless: [/\bmust\b/],
    how: "says who answers for the data",
  },
  {
    id: "values",
    state: "says",
    words: [
      /\b(?:fundamental|essential|important|we (?:believe|respect|value|recognise)|committed|takes? (?:\w+ )?seriously)\b/,
    ],
    unless: [/\b(?:locked|checked|within|days|trained|reviewed)\b/],
    how: "says what the clinic holds dear",
  },
  {
    id: "what-we-hold",
    state: "says",
    words: [
      /\bwe (?:hold|collect|obtain|process|may hold|record|keep)\b.{0,40}\b(?:information|data|details|most of it|from)\b|\b(?:clinic|practice) (?:holds|collects|obtains)\b|\bthe following (?:information|minimum|periods?|categories)\b/,
    ],
    unless: [/\b(?:only|never|must|years?|secure\w*|locked|no longer)\b/],
    how: "says what is held",
  },
  {
    id: "what-we-hold-item",
    first: true,
    state: "says",
    words: [/\b(?:hold|collect|process|keep|obtain|include)\w*\b.{0,60}:/, /./],
    how: "one of the things that are held",
  },
  {
    id: "law-followed",
    state: "says",
    words: [
      /\b(?:comply|complies|follow\w*|adheres?|in accordance with|governed|legal basis|lawful basis|article \d|principles)\b/,
      /\b(?:gdpr|act|law|legislation|caldicott|article|principles|regulations?|code|guidance|data protection)\b/,
    ],
    how: "names the law",
  },
  {
    id: "may-have-to-share",
    state: "says",
    words: [
      /\b(?:we|clinic|practice)\b/,
      /\b(?:may|might|have to|are required|sometimes)\b/,
      /\b(?:share|disclose|tell|inform|pass)\b/,
      /\b(?:without (?:your )?consent|law|legal\w*|police|terrorism|safeguard\w*|risk|harm|court)\b/,
    ],
    how: "says when the law goes before consent",
  },
  {
    id: "may-complain-there",
    state: "says",
    words: [/\bcomplain\w*\b/, /\b(?:information commission(?:er)?|ico|regulator|supervisory)\b/],
    how: "says where somebody may complain",
  },
  {
    id: "free-copy",
    state: "says",
    words: [/\b(?:no (?:fee|charge)|free of charge|without charge)\b/],
    how: "says what it costs",
  },
  {
    id: "duty-continues",
    state: "says",
    words: [/\bconfidentiality\b/, /\b(?:duty|continues|applies after|responsibility of (?:all|every))\b/],
    unless: [/\b(?:agreement|sign\w*|clause)\b/],
    how: "says that the duty is there",
  },
  {
    id: "in-use",
    first: true,
    state: "says",
    words: [
      /^(?:cctv|cameras?|a cctv system) (?:is|are) (?:in use|used|installed|fitted|operated)|^we (?:use|operate) cctv/,
    ],
    how: "says that there is CCTV",
  },
  {
    id: "contact",
    state: "says",
    words: [
      /\b(?:contact(?:ed)?|reached|questions about)\b.{0,80}\b(?:number|address|telephone|e-?mail|letters|write to|reception|manager|lead|officer)\b/,
    ],
    unless: [/\b(?:identity|breach|incident)\b/],
    how: "says how to reach the clinic",
  },
];
