import type { HeldDocument } from "../guard/settle/judged.ts";
import { isAboutStaff, namesSomebody, whyUnread } from "../guard/settle/judged.ts";
import { findingsSaid } from "./findings.ts";
import type { Moment, Situation } from "./model.ts";
import type { Spoken } from "./spoken.ts";
import { ordinal, plural, type StringKey, spelled } from "./strings.ts";

export type Noun = "letter" | "file" | "text" | "image";

/** What a document is called: by what was seen in it, never by its name. */
export function nounOf({ kind, picture, judged }: HeldDocument): Noun {
  if (kind === "text") return "text";
  if (picture) return "image";
  if (judged.kind !== "verdict") return "file";
  return judged.verdict.findings.some((finding) => finding.kind === "letter" || finding.kind === "referral")
    ? "letter"
    : "file";
}

/** The sentence for the only document that is held. */
export function seenOfOne(
  spoken: Spoken,
  one: HeldDocument,
  { moment, recipients, clinic }: Situation,
  inside: boolean,
): string {
  const noun = nounOf(one);
  const atSend = moment === "send" && one.kind === "file";
  const { judged } = one;
  if (judged.kind === "late") return seenOfLate(spoken, one);
  if (judged.kind === "unread" || judged.verdict.strength === "unreadable") {
    const why = spoken.say(`why.${whyUnread(one) ?? "unknown-kind"}`);
    return spoken.say(unreadKey(moment, one), { why });
  }
  const { verdict, provenance } = judged;
  if (verdict.about === "staff") return spoken.say("seen.staff", { noun });
  const findings = findingsSaid(spoken, verdict, provenance);
  const system = clinic.approvedSystem;
  if (inside) {
    const approved = recipients.all.some(({ group }) => group === "approved");
    return spoken.say(approved ? "seen.approved" : "seen.inside", { findings, clinic: clinic.name, system });
  }
  if (verdict.patients > 1) return spoken.say("seen.lists", { noun, n: verdict.patients, findings });
  const sure = verdict.strength === "strong";
  if (atSend) return spoken.say(sure ? "seen.attachment-names" : "seen.attachment-may-name", { findings });
  return spoken.say(sure ? "seen.names" : "seen.may-name", { noun, findings });
}

function unreadKey(moment: Moment, { kind }: HeldDocument): StringKey {
  if (kind === "text") return "seen.text-unread";
  return moment === "send" ? "seen.attachment-unread" : "seen.unreadable";
}

function seenOfLate(spoken: Spoken, { kind, judged }: HeldDocument): string {
  if (kind === "text") return spoken.say("seen.text-late");
  const read = judged.kind === "late" ? judged.read : undefined;
  if (!read || read.of < 2 || read.unit === "byte") return spoken.say("seen.late-unknown");
  return spoken.say("seen.late", { done: read.done, of: read.of, units: `${read.unit}s` });
}

const oneIs = { staff: "files.one-staff", names: "files.one-names", held: "files.one-held" } as const;
const someAre = { staff: "files.some-staff", names: "files.some-name", held: "files.some-held" } as const;

/** The sentence for several: how many, and what became of the others. */
export function seenOfSeveral(spoken: Spoken, { held, passed, passedAlready }: Situation): string {
  const n = held.length;
  const all = held.every(namesSomebody);
  const staff = held.filter(isAboutStaff).length;
  const what = staff === n ? "staff" : all && staff === 0 ? "names" : "held";
  const sentences = [n === 1 ? spoken.say(oneIs[what]) : spoken.say(someAre[what], { count: spelled(n) })];
  if (passed.length > 0 && !passedAlready) sentences.push(spoken.say("files.rest-waits"));
  else if (passed.length === 1) sentences.push(spoken.say("files.rest-one", { ordinal: ordinal(n + 1) }));
  else if (passed.length > 1) sentences.push(spoken.say("files.rest-some", { n: passed.length }));
  return sentences.join(" ");
}

/** One file's line where there are several. */
export function lineOf(spoken: Spoken, one: HeldDocument): string {
  const { judged } = one;
  if (judged.kind === "late") return spoken.say("files.late");
  const why = whyUnread(one);
  if (why || judged.kind === "unread")
    return spoken.say("files.unreadable", { why: spoken.say(`why.${why ?? "stopped"}`) });
  const { verdict, provenance } = judged;
  if (verdict.about === "staff") return spoken.say("files.staff");
  const findings = findingsSaid(spoken, verdict, provenance);
  if (verdict.patients > 1) return spoken.say("files.lists", { n: verdict.patients, findings });
  return spoken.say(verdict.strength === "strong" ? "files.names" : "files.may-name", { findings });
}

/** How a held text is called in a list of files or in the facts. */
export const wordsOf = ({ words = 0 }: HeldDocument): string => plural("fact.words", words);
