/** Places that are looked through for a request about papers; Chaperone's own log is one of them. */
export const searchPlaces = {
  system: "Clinical system",
  imaging: "Imaging (PACS)",
  paper: "Paper",
  mailbox: "Mailboxes",
  cctv: "CCTV",
  phone: "Phone recordings",
  log: "Chaperone’s own log",
} as const;
export type SearchPlace = keyof typeof searchPlaces;

export const foundThere = {
  found: "something found",
  nothing: "nothing found",
  "not-kept": "not kept here",
} as const;
export type FoundThere = keyof typeof foundThere;
