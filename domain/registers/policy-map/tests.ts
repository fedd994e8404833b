/** What Chaperone proves of itself, as the policy map names it: a test that runs with every build, and what it shows. */
export const ownTests = {
  verify: {
    name: "The log is whole",
    shows: "An entry that was edited, removed or chained anew is found",
    page: "/log/whole",
  },
  "no-content": {
    name: "Nothing of a record is sent",
    shows: "What a browser sends names a record by its reference and holds nothing of it",
    page: "/about-patients",
  },
  "read-in-browser": {
    name: "A file is read where it is",
    shows: "A held file is read in the browser; no word of it is sent",
    page: "/about-patients",
  },
} as const;
export type OwnTest = keyof typeof ownTests;
export const ownTestKeys = Object.keys(ownTests) as OwnTest[];
