import { earlyStrings } from "./early-strings.ts";
import { type Filling, filled } from "./fill.ts";

/**
 * Every sentence of the guard, by key. Events store the keys that were shown, never the sentences.
 * Wording: mock/extension NOTES.md, "Words" and "Strings". {x} is filled in by `say`.
 */
export const strings = {
  ...earlyStrings,
  "frame.name": "Chaperone",
  "frame.for": "for {clinic}",
  "frame.what-is-recorded": "What is recorded",
  "frame.back": "Back",

  "recorded.file":
    "Recorded: the kinds of detail seen and what you choose. Never the document, its name or the address.",
  "recorded.files":
    "Recorded: the kinds of detail seen and what you choose. Never the documents, their names or the address.",
  "recorded.text": "Recorded: the kinds of detail seen and what you choose. Never the text or the address.",
  "recorded.button":
    "Recorded: that such a button was pressed, on which record, and what you choose. Never its words, or what it sends.",
  "recorded.reason": "Recorded: your name, the time, this reason and the kinds of detail seen.",
  "recorded.review": "It is read in {day}’s review.",
  "recorded.duty": "Whoever is on duty is asked about it today.",

  "noun.letter": "letter",
  "noun.file": "file",
  "noun.text": "text",
  "noun.image": "image",

  "title.attached": "This {noun} has not been attached",
  "title.pasted": "This {noun} has not been pasted",
  "title.sent": "This message has not been sent",
  "title.files-attached": "{n} of {m} files have not been attached",
  "title.files-pasted": "{n} of {m} files have not been pasted",
  "title.inside": "This {noun} is about a patient",
  "title.inside-staff": "This {noun} is about a member of staff",

  "title.another": "Not attached: the document and the address belong to different patients",
  "title.another-sent": "Not sent: the message and the address belong to different patients",
  "title.button": "Nothing has been sent yet",
  "seen.button":
    "“{button}” seems to send something from the clinical system by e-mail, and the clinic has not approved this button.",
  "seen.another": "The address is on another patient’s record.",
  "seen.openly": "{n} outside addresses stand in To or Cc, where each of them sees all the others.",
  "seen.names": "This {noun} names a patient: {findings}.",
  "seen.may-name": "This {noun} may name a patient: {findings}.",
  "seen.staff": "This {noun} seems to be about a member of staff.",
  "seen.lists": "This {noun} lists {n} patients: {findings}.",
  "seen.attachment-names": "A file in this message names a patient: {findings}.",
  "seen.attachment-may-name": "A file in this message may name a patient: {findings}.",
  "seen.inside": "It names a patient: {findings}. Everyone in To is at {clinic} and can open it in {system}.",
  "seen.approved":
    "It names a patient: {findings}. Everyone in To is at an address that the clinic approved.",
  "seen.unreadable": "This file can’t be checked: {why}, so it may or may not name a patient.",
  "seen.attachment-unread":
    "A file in this message can’t be checked: {why}, so it may or may not name a patient.",
  "seen.late":
    "This file could not be checked in time: {done} of {of} {units} were read, and nothing about a patient was seen in them.",
  "seen.late-unknown": "This file could not be checked in time, so it may or may not name a patient.",
  "seen.text-late": "This message could not be checked in time, so it may or may not name a patient.",
  "seen.text-unread": "This message can’t be checked: {why}, so it may or may not name a patient.",

  "files.names": "Names a patient: {findings}.",
  "files.may-name": "May name a patient: {findings}.",
  "files.staff": "Seems to be about a member of staff.",
  "files.lists": "Lists {n} patients: {findings}.",
  "files.unreadable": "Can’t be checked: {why}.",
  "files.late": "Not checked in time.",
  "files.none": "Nothing about a patient was seen.",
  "files.held": "Held",
  "files.attached": "Attached",
  "files.waiting": "Waits",

  "files.one-held": "One may not go by e-mail.",
  "files.some-held": "{count} may not go by e-mail.",
  "files.one-names": "One names a patient.",
  "files.one-staff": "One seems to be about a member of staff.",
  "files.some-staff": "{count} seem to be about members of staff.",
  "files.some-name": "{count} name patients.",
  "files.rest-one": "The {ordinal} has been attached.",
  "files.rest-some": "The other {n} have been attached.",
  "files.rest-waits": "The rest is attached when you have chosen.",

  "why.locked": "it is locked with a password",
  "why.damaged": "it is damaged",
  "why.unknown-kind": "Chaperone can’t read this kind of file",
  "why.too-faint": "the scan is too faint to read",
  "why.empty": "it is empty",
  "why.too-large": "it is too large to read here",
  "why.timed-out": "it was not read in time",
  "why.picture": "it holds a picture that could not be read",
  "why.garbled": "its letters can’t be made out",
  "why.part": "it holds a part that could not be opened",
  "why.no-desk": "the check on this computer did not start",
  "why.stopped": "the check on this computer stopped",
  "why.came-along": "it came with the message and was not opened here",
  "why.folder": "the folder could not be opened",

  "finding.nhs-number": "NHS number ending {ending}",
  "finding.chi-number": "CHI number ending {ending}",
  "finding.hc-number": "H&C number ending {ending}",
  "finding.hospital-number": "hospital number",
  "finding.date-of-birth": "date of birth",
  "finding.name": "full name",
  "finding.address": "address",
  "finding.phone": "phone number",
  "finding.postcode": "postcode",
  "finding.diagnosis": "a diagnosis",
  "finding.medicine": "a medicine",
  "finding.test-result": "test result",
  "finding.treatment-note": "treatment note",
  "finding.letter": "clinic letter",
  "finding.staff-paper": "paper about a member of staff",
  "finding.known-patient": "a person of the clinic’s own list",
  "finding.referral": "referral to this clinic",
  "finding.people-list": "names in a list",
  "finding.structured-record": "a record from a clinical system",
  "finding.downloaded": "downloaded from {system} at {time}",
  "finding.copied": "copied from {system} at {time}",
  "finding.letter-downloaded": "clinic letter downloaded from {system} at {time}",
  "finding.letter-copied": "clinic letter copied from {system} at {time}",

  "fact.file": "File",
  "fact.text": "Text",
  "fact.words-one": "{n} word",
  "fact.words-other": "{n} words",
  "fact.to": "To",
  "fact.outside": "Outside the clinic",
  "fact.inside": "Inside the clinic",
  "fact.approved": "Approved by the clinic",
  "fact.unknown": "Not recognised, treated as outside",

  "rule.documents": "Clinic rule: patient documents go through {system}, not e-mail.",
  "rule.details": "Clinic rule: patient details go through {system}, not e-mail.",
  "rule.password":
    "A password doesn’t change the clinic rule: patient documents go through {system}, not e-mail.",
  "rule.staff": "Papers about the people who work here are confidential too.",
  "rule.staff-blocked": "Papers about staff can’t go to outside addresses by e-mail.",
  "rule.openly": "Clinic rule: put addresses of many people outside in Bcc.",
  "rule.button": "The lead names in Settings which of its buttons may be used.",
  "rule.warned": "Clinic rule: look at it first. You decide whether it goes.",
  "rule.blocked-here": "Patient documents can’t go to these addresses by e-mail.",
  "rule.blocked": "Patient documents can’t go to outside addresses by e-mail.",
  "rule.blocked-more": "This clinic rule has no override at the desk.",

  "first.remove": "Remove it",
  "first.remove-both": "Remove both",
  "first.remove-all": "Remove all {n}",
  "first.button": "Don’t send it",
  "first.go-back": "Go back to the message",
  "second.system": "Send it through {system} instead",
  "second.system-both": "Send both through {system} instead",
  "second.system-all": "Send all {n} through {system} instead",
  "second.unlocked": "Choose an unlocked copy",
  "second.keep-checking": "Keep checking",

  "after.stays": "Your message stays as it is.",
  "after.file-stays": "Your message and {file} stay as they are.",
  "after.rest-stays": "Your message and the other files stay as they are.",
  "after.unlocked": "The copy is checked on this computer in the same way.",
  "after.send-again": "Nothing goes until you press Send again.",
  "after.seconds-one": "Checking the rest takes about {n} second.",
  "after.seconds-other": "Checking the rest takes about {n} seconds.",

  "row.system": "Send it through {system} instead",
  "row.system-hint": "{system} opens in a new tab.",
  "row.not": "It isn’t a patient document",
  "row.not-both": "They aren’t patient documents",
  "row.not-staff": "It isn’t about a member of staff",
  "row.not-staff-all": "They aren’t about members of staff",
  "row.not-text": "It isn’t about a patient",
  "row.not-button": "This button sends nothing",
  "row.not-attached": "It is attached, and the clinic is told that this check was wrong.",
  "row.not-pasted": "It is pasted, and the clinic is told that this check was wrong.",
  "row.not-sent": "The message is sent, and the clinic is told that this check was wrong.",
  "row.not-attached-both": "Both are attached, and the clinic is told that this check was wrong.",
  "row.not-attached-all": "All {n} are attached, and the clinic is told that this check was wrong.",
  "row.not-unchecked": "It is attached. That it could not be checked is recorded.",
  "row.not-unchecked-all": "They are attached. That they could not be checked is recorded.",
  "row.not-unchecked-sent": "The message is sent. That it could not be checked is recorded.",
  "row.not-late": "It is attached. That it was not fully checked is recorded.",
  "row.not-blocked": "The {noun} stays out until a manager has looked at it with you.",
  "row.anyway": "Send anyway because…",
  "row.anyway-both": "Send both anyway because…",
  "row.anyway-all": "Send all {n} anyway because…",
  "row.anyway-hint": "Needs a reason.",
  "row.attach": "Attach it",
  "row.attach-all": "Attach them",
  "row.send": "Send it",
  "row.attach-hint": "No reason needed.",
  "row.take-out": "Take out what names the patient",
  "row.take-out-hint": "You see the words first. Nothing is sent.",
  "row.exception": "Use an approved exception",
  "row.exception-hint": "One document, one address, 48 hours. A practitioner can give one.",
  "row.another": "The address is right",
  "row.another-hint": "For example a parent or carer. Needs a reason.",
  "row.openly": "Send it as it is",
  "row.each": "Choose for each file",
  "row.each-hint": "One after the other, with every way on.",

  "reason.needed-now": "Another clinician needs it now to treat the patient",
  "reason.patient-asked": "The patient asked for it by e-mail and was told the risk",
  "reason.law-requires": "The law or safeguarding requires it today",
  "reason.system-down": "{system} is not working",
  "reason.other": "Another reason",
  "dispute.no-real-person": "It is a form, a sample or made up",
  "dispute.not-of-a-patient": "It is about somebody who isn’t a patient of ours",
  "dispute.misread": "What looks like a patient’s details is something else",
  "dispute.button": "It does something else than its words say",

  "anyway.sentence": "In one sentence",
  "anyway.hint": "No name, number or detail of the patient. This sentence is kept by the clinic.",
  "anyway.attach": "Attach it with this reason",
  "anyway.attach-all": "Attach them with this reason",
  "anyway.paste": "Paste it with this reason",
  "anyway.send": "Send it with this reason",
  "anyway.press": "Press it with this reason",
  "anyway.hint-staff": "No name, number or detail of the person. This sentence is kept by the clinic.",
  "take-out.said":
    "These words are taken out of your message, and “[left out]” stands in their place. Undo brings them back. The message is checked anew when you press Send.",
  "take-out.do": "Take them out",
  "take-out.instead": "[left out]",
  "exception.looking": "Asking the clinic’s server whether there is one.",
  "exception.asking": "Asking for an exception.",
  "exception.none": "None for this document and this address yet. A practitioner or the lead can give one.",
  "exception.asked":
    "It was asked for, and nobody has decided yet. It can be decided until {time}. Open this again then; the document stays out until it is given.",
  "exception.refused": "{who} did not approve the last one.",
  "exception.approved": "{who} approved this document for this address. It can be used once, until {time}.",
  "exception.unreachable": "The clinic’s server did not answer, so there is no exception to use now.",
  "exception.nobody": "Say who is here first: press Chaperone’s button in the browser’s toolbar.",
  "exception.what-for": "What is it for?",
  "exception.hint": "No name, number or detail of the patient. Whoever decides reads this sentence.",
  "exception.ask": "Ask",
  "exception.attach": "Attach it under this exception",
  "exception.send": "Send it under this exception",
  "exception.recorded":
    "Recorded: your name, the time, this reason, and codes of the document and the address, from which neither can be read.",
  "error.reason": "Choose a reason.",
  "error.sentence": "Say why in one sentence.",
  "error.not-screened": "This sentence could not be checked for names. Try again.",
  "error.long": "Say it in 300 characters or fewer.",
  "error.leave-out": "Leave out “{words}”. Say “the patient”.",

  "not.attach":
    "The {noun} is attached. The clinic sees which kinds of detail this check thought it saw, so that it can be put right. It doesn’t see the {noun}.",
  "not.attach-all":
    "The files are attached. The clinic sees which kinds of detail this check thought it saw, so that it can be put right. It doesn’t see the files.",
  "not.send":
    "The message is sent. The clinic sees which kinds of detail this check thought it saw, so that it can be put right. It doesn’t see the message.",
  "not.unchecked":
    "The {noun} is attached. The clinic sees that it could not be checked. It doesn’t see the {noun}.",
  "not.unchecked-all":
    "The files are attached. The clinic sees that they could not be checked. It doesn’t see the files.",
  "not.unchecked-send":
    "The message is sent. The clinic sees that it could not be checked. It doesn’t see the message.",
  "not.blocked":
    "The {noun} stays out. The clinic sees which kinds of detail this check thought it saw. Ask a manager to look at it with you.",
  "not.button": "Nothing is sent. The clinic is told that this button was taken for one that sends.",
  "not.attach-it": "Attach it",
  "not.attach-them": "Attach them",
  "not.send-it": "Send it",
  "not.tell": "Tell the clinic",

  "checking.file": "Checking {file} before it is attached",
  "checking.files": "Checking {n} files before they are attached",
  "checking.page": "Page {done} of {of}. The file stays on this computer.",
  "checking.here": "The file stays on this computer.",
  "checking.count": "{done} of {of} checked. The files stay on this computer.",
  "checking.message-here": "The message stays on this computer.",
  "checking.stop": "Stop and remove it",
  "checking.stop-all": "Stop and remove them",
  "checking.stop-sending": "Stop and go back",

  "outcome.removed": "Removed. The {noun} isn’t in your message.",
  "outcome.removed-all": "Removed. The files aren’t in your message.",
  "outcome.not-sent": "Not sent. Your message stays as it is.",
  "outcome.button-not": "Nothing was sent.",
  "outcome.button-told": "The clinic is told. Nothing was sent.",
  "outcome.system": "Removed here. {system} is open in its own tab.",
  "outcome.system-closed": "Removed here. Open {system} to send it from there.",
  "outcome.go-system": "Go to {system}",
  "outcome.again": "Choose again",
  "outcome.attached": "Attached with your reason.",
  "outcome.pasted": "Pasted with your reason.",
  "outcome.sent": "Sent with your reason.",
  "outcome.my-record-now": "It is in My record now.",
  "outcome.review-and-record": "It is in {day}’s review, and in My record now.",
  "outcome.duty-and-record": "Whoever is on duty is asked about it today. It is in My record now.",
  "outcome.my-record": "My record",
  "outcome.warned": "Attached. That you were asked is recorded.",
  "outcome.warned-sent": "Sent. That you were asked is recorded.",
  "outcome.taken-out": "Taken out, and not sent. Read your message, then press Send again.",
  "outcome.taken-part": "Not sent. Some of it could not be taken out here: look at your message.",
  "outcome.by-exception": "Attached under the exception. It is used now.",
  "outcome.by-exception-sent": "Sent under the exception. It is used now.",
  "outcome.not": "Attached. The clinic is told that this check was wrong.",
  "outcome.not-sent-wrong": "Sent. The clinic is told that this check was wrong.",
  "outcome.unchecked": "Attached. That it could not be checked is recorded.",
  "outcome.unchecked-sent": "Sent. That it could not be checked is recorded.",
  "outcome.told": "The clinic is told. The {noun} stays out.",
  "outcome.not-recorded": "Not attached: your choice could not be recorded on this computer. Try it again.",
  "outcome.not-recorded-sent": "Not sent: your choice could not be recorded on this computer. Try it again.",
  "outcome.added": "Not sent: an outside address was added after the check.",
  "outcome.choose": "Choose",

  "received.ask": "Who received it?",
  "received.hint": "A name or an address, as far as you know. Kept with the incident, never in the log.",
  "received.answer": "Answer",
  "received.later": "Later",
  "received.put-off": "You can answer later: press Chaperone’s button in the browser’s toolbar.",
  "received.kept": "Answered. It is kept with the incident alone.",
  "received.unreachable":
    "Not sent: the clinic’s server did not answer. Answer again, or later from Chaperone’s button.",
  "received.not-paired": "Not sent: this browser is no longer paired. Tell the clinic.",
  "received.unknown": "The clinic no longer asks who received it.",
  "received.names-a-patient": "Not sent: this holds a patient’s number or date of birth. Leave it out.",
  "error.received": "Say who received it.",
  "error.received-long": "Say it in {n} characters or fewer.",
} as const;
/** How the approved system is called where the clinic gave it no name. */
export const unnamedSystem = "the clinical system";

export type StringKey = keyof typeof strings;
export type { Filling };

/** A sentence with its places filled in; a place without a filling stays empty. */
export function say(key: StringKey, filling: Filling = {}): string {
  return filled(strings[key], filling);
}

const locale = "en-GB";
const plurals = new Intl.PluralRules(locale);
const lists = new Intl.ListFormat(locale, { type: "unit", style: "long" });

/** The one or the many of a pair of keys that end in `-one` and `-other`. */
export function plural(base: "fact.words" | "after.seconds", n: number): string {
  return say(`${base}-${plurals.select(n) === "one" ? "one" : "other"}`, { n });
}

/** "a, b, c": findings follow each other without an "and". */
export const listed = (parts: readonly string[]): string => lists.format(parts);

const small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** A number that begins a sentence. */
export const spelled = (n: number): string => small[n] ?? String(n);

const order = [
  "",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** "third"; beyond ten "last one". */
export const ordinal = (n: number): string => order[n] ?? "last one";
