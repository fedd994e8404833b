import { mailWords } from "#domain/sites/mail-words";

const after = /(?:\s|\(\d{1,4}\)|…|\.{3}|[⌄▾▼➤➢✈›»])+$/u;
const before = /^[^\p{L}\p{N}]+/u;

/** A label as it is compared: without case, an icon before it, a count or the sign of a menu after it. */
export const flatLabel = (label: string): string =>
  label.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").replace(after, "").replace(before, "").trim();

/** Whether one of the names of a control is a label that the clinic approved. */
export function isApproved(names: readonly string[], approved: readonly string[]): boolean {
  const labels = new Set(approved.map(flatLabel));
  return names.some((name) => labels.has(flatLabel(name)));
}

/** A longer name is a text, and no button. */
const longest = 80;
const wholly = (words: readonly string[]): RegExp => new RegExp(`^(?:${words.join("|")})$`, "u");
const sure = wholly(mailWords.flatMap((one) => one.sure));
const short = wholly(mailWords.flatMap((one) => one.short));

/** Whether a name says that its control mails or shares something: for sure, or only as a button on an open record. */
export function mailsBy(name: string): "sure" | "short" | undefined {
  if (name.length > longest) return undefined;
  const flat = flatLabel(name).replace(/\be[- \u2010\u2011]mail/g, "email");
  if (sure.test(flat)) return "sure";
  return short.test(flat) ? "short" : undefined;
}
