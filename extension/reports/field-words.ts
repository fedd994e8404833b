import type { NoticedError } from "./noticed.ts";

/** What is wrong with the time at which something was noticed. */
export const noticedWords: Readonly<Record<NoticedError, string>> = {
  missing: "Enter a day and a time.",
  "never-was": "The clocks went forward over this time: it never was. Enter another.",
  which: "This time came twice, for the clocks went back. Choose which one.",
  "to-come": "Enter a time before now.",
};

/** What has to be mended in a report, by field. */
export const fieldWords = {
  reporter: "Say who reports, or that you would rather not say here.",
  kind: "Choose what happened.",
  text: "Say what happened in a sentence or two.",
  tooLong: (most: number) => `Say it in ${most.toLocaleString("en-GB")} characters or fewer.`,
  leaveOut: (words: string) => `Leave out “${words}”. Say “the patient”.`,
  slip: "Say whether it was you, or somebody of your own.",
  aboutWhom: "Say whether it is about a manager or the owner.",
  about: "Choose who it is about.",
} as const;
