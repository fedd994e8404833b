import { filled } from "../../look/isolate.ts";

/** Words of the pairing page. */
export const texts = {
  forClinic: (name: string) => filled`for ${name}`,
  paired: "Paired",
  pairedAs: (pairedAs: string | number) => filled`Paired as ${pairedAs}`,
  from: (name: string | number, dateAndTime: string | number) => filled`${name}, from ${dateAndTime}.`,
  reloadYourMailTabs: (system: string) =>
    system
      ? filled`Reload your mail and ${system} tabs once so that they are watched.`
      : "Reload your mail tabs once so that they are watched.",
  reload: (counted: string | number) => filled`Reload ${counted}`,
  options: "Options",
  openItInA: "Open it in a tab",
  toSeeWhetherIts: "to see whether its certificate is the reason.",
  chaperone: "Chaperone",
  pairThisBrowser: "Pair this browser",
  itTakesAMinute: "It takes a minute, once. Nothing is watched or recorded here until then.",
  yourManagerGivesYou: "Your manager gives you a code, or makes one in",
  browsers: "Browsers",
  yourManagerGivesYouCode: "Your manager gives you a code, or makes one in Browsers.",
  setByYourClinic: (hostOf: string | number) => filled`${hostOf}, set by your clinic`,
  addressOfTheClinics: "Address of the clinic’s Chaperone server",
  yourManagerHasIt: "Your manager has it. It begins with https.",
  typeTheCode: "Type the code",
  eightCharacters: "8 characters, good for 10 minutes. Capitals don’t matter.",
  nameThisBrowser: "Name this browser",
  soThatYouKnow: "So that you know it again in the list.",
  whatPairingStarts: "What pairing starts",
  inThisBrowserOn:
    "In this browser, on the clinic’s listed sites only, documents are checked from now on when you attach, paste or send them. Openings of records are recorded once the clinic’s assessment is done and you have been shown the notice.",
  itDoesNotRecord: "It does not record names, text, file names, addresses, what you type, or any other site.",
  youCanReadEverything: "You can read everything recorded about you in",
  myRecord: "My record",
  whatIsRecordedAnd: "What is recorded, and why",
  sharedComputer: "Shared computer?",
  theManagerPairsIt: "The manager pairs it as a shared desk. Nobody’s name is used for another’s work.",
  sharedComputerLabel: "Shared computer",
} as const;
