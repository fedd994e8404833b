import { filled } from "../../look/isolate.ts";

/** Words of the popup. */
export const texts = {
  theClinicsServerHas: "The clinic’s server has not answered. Take a number and ring back.",
  noRecordIsOpen: "No record is open in this tab any more. Open it, and ask again.",
  chooseWhoIsHere: "Choose who is here first: each answer says who asked.",
  onThePhone: "On the phone",
  onThePhoneAbout: (ending: string | number) => filled`On the phone about record …${ending}`,
  noRecordIsOpenIn: "No record is open in this tab any more",
  anotherRecordIsOpen: "Another record is open now",
  giveNothingUntilIt: "Give nothing until it is asked. Nothing was asked of it yet.",
  whoMayBeTold: (ending: string | number) => filled`Who may be told of record …${ending}?`,
  notKnownGiveNothing: "Not known: give nothing",
  tryAgain: "Try again",
  theLead: (lead: string | number) => filled`the ${lead}`,
  ask: (value: string | number) => filled`Ask ${value}`,
  answersTodayIsThe: (allowed: string | number) =>
    filled`${allowed} answers today is the most. They see that you asked.`,
  itIsRecordedThat: "It is recorded that",
  wasTold: "was told.",
  told: "Told",
  nobodyNo: "Nobody: no",
  anybodyElseNo: "Anybody else: no",
  thereIsNoRelease: "There is no release for this patient. ",
  dontConfirm: (word: string | number) =>
    filled`${word}Don’t confirm that this patient comes here. You may listen.`,
  thisCouldNotBe: "This could not be kept. Try again.",
  recordedYouTheRecord: (count: string | number, allowed: string | number) =>
    filled`Recorded: you, the record, the time. ${count} of ${allowed} today.`,
  myLastEvents: "My last events",
  myRecord: "My record",
  noneInThisBrowser: "None in this browser since it was opened.",
  waiting: "waiting",
  lessonOrDocument: "lesson or document",
  lessonsAndDocuments: "lessons and documents",
  forYou: (words: string, n: number) => filled`${words} ${n === 1 ? "waits" : "wait"} for you`,
  saySo: "Say so",
  theClinicsNotice: "The clinic’s notice",
  iHaveReadIt: "I have read it",
  thisRecord: "This record",
  onThePhoneWho: "On the phone: who may be told?",
  pairedWithoutTheClinics: "Paired, without the clinic’s rules",
  notPaired: "Not paired",
  chaperone: "Chaperone",
  options: "Options",
  reportAnIncident: "Report an incident",
  thisBrowser: "This browser",
  thePairingOfThis: (recently: string | number) =>
    filled`The pairing of this browser ended ${recently}: pair it again.`,
  keptHereUntilAnd: (counted: string, n: number, dateAndTime: string) =>
    filled`${counted} ${n === 1 ? "is" : "are"} kept here until ${dateAndTime}, and sent once it is paired.`,
  hadNotBeenSent: (counted: string, n: number) =>
    filled`${counted} had not been sent and ${n === 1 ? "is" : "are"} lost.`,
  thisBrowserIsPaired: (system: string | number) =>
    filled`This browser is paired, and the clinic’s rules can’t be read in it. Nothing is watched or recorded until they are fetched anew: send patient documents through ${system} only, and ask the manager.`,
  nothingIsWatchedOr: (system: string | number) =>
    filled`Nothing is watched or recorded in this browser. Until it is paired, send patient documents through ${system} only.`,
  pairThisBrowser: "Pair this browser",
  whatIsRecordedAnd: "What is recorded, and why",
  lastSent: (recently: string | number) => filled`Last sent ${recently} · `,
  server: "Server",
  theLogDoesNot: "The log does not match",
  theServersLogNo: (title: string | number) =>
    filled`The server’s log no longer holds what this browser has a receipt for. The ${title} has been told. Keep this browser as it is.`,
  eventsCouldNotBe: "Events could not be kept",
  lostSince: (counted: string, recently: string, n: number, became: string) =>
    filled`${counted} since ${recently} ${n === 1 ? "is" : "are"} ${became}.`,
  understood: "Understood",
  eventsWaiting: (counted: string | number) => filled`${counted} waiting`,
  theClinicsServerHasNot: (word: string | number) =>
    filled`The clinic’s server has not answered since ${word}. Events stay on this computer until it does. Documents are still checked.`,
  tryNow: "Try now",
  notTaken: (counted: string | number) => filled`${counted} not taken`,
  theServerDidNot: (n: number) =>
    n === 1
      ? "The server did not take it. It stays on this computer and is sent again after an update. The clinic has been told."
      : "The server did not take them. They stay on this computer and are sent again after an update. The clinic has been told.",
  theClinicsMailPages: (value: string | number) =>
    filled`The clinic’s mail pages hold files until this browser is paired: ${value}. Ask the manager.`,
  ifItWasPaired:
    "If it was paired before, its storage was cleared or somebody unpaired it: Chaperone can’t know which pages the clinic named, and holds nothing.",
  fromTheWeeklyReview: "From the weekly review",
  chooseWhoIsHereTo: "Choose who is here to say that you have read it.",
  rulesOf: (recently: string | number) => filled`, rules of ${recently}`,
  openSince: (timeOf: string | number, word: string | number) => filled`Since ${timeOf}.${word}`,
  thisPage: "This page",
  nothingToWatchOn: "Nothing to watch on this page.",
  notWatched: "Not watched",
  thisPageWasOpen: "This page was open before Chaperone could watch it. Reload it first.",
  thisMailPageHas: (system: string | number) =>
    filled`This mail page has changed, so nothing attached or sent here is checked. Send patient documents through ${system} until this is mended. The clinic has been told.`,
  thisPageHasChanged: "This page has changed, so records opened here are not seen. The clinic has been told.",
  reloadAndLookAgain: "Reload and look again",
  watchedAttachingPastingSending: "Watched: attaching, pasting, sending",
  showHowThisPage: "Show how this page is read",
  recordedRecordIsOpen: (ending: string | number) => filled`Recorded: record …${ending} is open`,
  watchedRecordsOpened: "Watched: records opened",
  readTheNotice: "Read the notice",
  nobodyChosenShownAs: "Nobody chosen: shown as unattributed",
  shows: (system: string | number, person: string | number) => filled`${system} shows ${person}`,
  whoIsHere: "Who is here?",
  sentAnyway: (recently: string | number, say: string | number) => filled`Sent anyway, ${recently}. ${say}`,
} as const;
