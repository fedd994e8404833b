import { type Filling, filled } from "./fill.ts";

/**
 * The sentences that a page may need before the script that settles has come, or where it does not: the guard carries no
 * others. All of them stand in `strings.ts`.
 */
export const earlyStrings = {
  "frame.close": "Close",
  "checking.some": "Checking what you added before it is attached",
  "checking.message": "Checking this message before it is sent",
  "outcome.failed": "Not attached or sent: the check on this computer stopped. Try it again.",
  "outcome.closed": "Not attached: the page closed before you chose.",
  updated: "Chaperone was updated. Reload this page so that it is checked.",
  "updated.draft": "See that your draft is saved first.",
  "updated.reload": "Reload",
  "record.bar": "Chaperone: what this patient decided",
  "record.short": "This patient decided: {count}",
  "unwatched.bar": "Chaperone: this page is not watched",
  "unwatched.short": "Not watched",
  "unwatched.less": "Less",
  "unwatched.more": "More",
  "unwatched.unpaired": "Not watched: this browser is not paired with the clinic. Ask the manager.",
  "unwatched.unpaired-more": "Files are not attached here until it is, and messages are not checked.",
  "unwatched.no-rules": "Not watched: the clinic’s rules can’t be read in this browser. Ask the manager.",
  "unwatched.pair": "Pair this browser",
  "unwatched.late":
    "Not watched: this page was open before Chaperone could watch it. Reload it to be watched.",
  "unwatched.late-more": "Files are not attached here until then. See that your draft is saved first.",
  "unwatched.records":
    "Not watched: this browser is not paired with the clinic, so records opened here are not on the record. Ask the manager.",
  "held.unpaired": "Not attached: this browser is not paired with the clinic. Ask the manager.",
  "held.late": "Not attached: this page was open before Chaperone could watch it. Reload it first.",
} as const;

/** One of the early sentences with its places filled in. */
export const sayEarly = (key: keyof typeof earlyStrings, filling: Filling = {}): string =>
  filled(earlyStrings[key], filling);
