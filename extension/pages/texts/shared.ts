import { filled } from "../../look/isolate.ts";

/** Words that several pages of the extension show. */
export const texts = {
  permissionNotGiven: "Permission not given",
  notWatched: "Not watched",
  nothingAttachedOrSent: "nothing attached or sent there is checked",
  recordsOpenedThereAre: "records opened there are not seen",
  theClinicHasBeen: (host: string | number, word: string | number) =>
    filled`${host}: ${word}. The clinic has been told.`,
  giveIt: "Give it",
  recorded: "Recorded",
  aRecordYouOpen:
    "A record you open: its reference, when, who the clinical system shows as signed in, and if you search, print, export, download or copy.",
  aPatientDocumentIn:
    "A patient document in a message: the kinds of detail seen, what you were shown, what you chose, and whether it was to go outside the clinic.",
  thatThisBrowserIs: "That this browser is working.",
  neverRecorded: "Never recorded",
  namesOfPatientsText:
    "Names of patients, text, file names, addresses, what you type (but for the reason you give). What you say of an incident is kept with the incident, not in the log.",
  anySiteThatIs: "Any site that is not on",
  theClinicsList: "the clinic’s list",
  why: "Why",
  soThatPatientsCan: "So that patients can be told who opened their record, and no letter leaves by mistake.",
  whoReadsIt: "Who reads it",
  youAlwaysTheManagers:
    "You, always. The managers, the lead and an auditor can read the log; each reading is recorded and shown to you in My record.",
  howLong: "How long",
  somethingIsWrong: "Something is wrong?",
  lookIn: "Look in",
  myRecord: "My record",
  orAskThe: (title: string, name: string) =>
    name ? filled`, or ask the ${title}, ${name}.` : filled`, or ask the ${title}.`,
  theClinicsNotice: "The clinic’s notice",
} as const;
