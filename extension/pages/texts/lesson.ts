import { filled } from "../../look/isolate.ts";

/** Words of the page where lessons and documents are read. */
export const texts = {
  thisPageIsOlder: "This page is older than the extension: load it again.",
  thisCouldNotBe: "This could not be kept. Try again.",
  thatYouReadStands: (name: string | number) =>
    filled`That you read “${name}” stands under your name, with today’s date.`,
  thatWasShownTo: (name: string | number) =>
    filled`That “${name}” was shown to you today, and that you did not tick, stands under your name.`,
  theFileCantBe: "The file can’t be had here now. Ask for it on paper.",
  lessonsAndDocuments: "Lessons and documents",
  version: (number: string | number) => filled`Version ${number}`,
  itIsKeptElsewhere: "It is kept elsewhere:",
  saveTheDocument: "Save the document",
  itSaysThatYou:
    "It says that you were shown it, not that you agree. From then on it may be recorded which records you open.",
  whoHasQuestionsAsks: "Who has questions asks them first.",
  iHaveReadIt: "I have read it",
  iHaveReadItAnd: "I have read it and understood it",
  iPreferNotTo: "I prefer not to tick",
  ifYouPreferNot:
    "If you prefer not to tick, it is kept that this version was given to you today, in this browser. Then it is not recorded under your name which records you open, and whoever leads training sees that.",
  ifYouPreferNotTo:
    "If you prefer not to tick, it is kept that this version was given to you today, in this browser.",
  chooseAnAnswer: "Choose an answer.",
  belongsToThisLesson: "Belongs to this lesson",
  aPictureBelongsTo: "A picture belongs to this lesson, which can’t be shown here. It is in the dashboard.",
  all: "All",
  someOf: (pass: string | number, n: string | number) => filled`${pass} of ${n}`,
  answersHaveToBe: (word: string | number) => filled`${word} answers have to be right. Only a pass is kept.`,
  answer: "Answer",
  chaperone: "Chaperone",
  forClinic: (name: string | number) => filled`for ${name}`,
  isCompletedAndStands: (name: string | number) =>
    filled`“${name}” is completed, and stands under your name.`,
  thisBrowserIsNot: "This browser is not paired, so nothing can be read or answered in it.",
  readFor: (name: string | number) => filled`For ${name}.`,
  whoIsReading: "Who is reading?",
  choose: "Choose",
  nothingIsDue: "Nothing is due.",
  whatIsKeptThat:
    "What is kept: that you completed a lesson or read a document, in which version, on which day, and in this browser. How you answered a question is not.",
} as const;
