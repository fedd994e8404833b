import type * as z from "zod/mini";
import { details } from "#domain/ledger/event-kinds";
import { type RecipientClass, recipientClasses } from "#domain/ledger/mail-lists";
import type { Attempt } from "#lib/api/mail.ts";
import {
  findingWords,
  gestureWords,
  outcomeState,
  outcomeWords,
  reasonWords,
  recipientWords,
  unreadableWords,
} from "./mail-words.ts";
import { listed } from "./sentence.ts";

export type HeldDetail = z.infer<(typeof details)["mail.held"]>;
export type OutcomeDetail = z.infer<(typeof details)["mail.outcome"]>;

function parsed<Shape extends z.ZodMiniType>(shape: Shape, text: string): z.infer<Shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Detail of a held document; undefined where it was erased or is of a version unknown here. */
export const heldDetail = (text: string): HeldDetail | undefined => parsed(details["mail.held"], text);
export const outcomeDetail = (text: string): OutcomeDetail | undefined =>
  parsed(details["mail.outcome"], text);

/** What was held, in two lines: what it was, and the evidence. */
export function heldWords(detail: HeldDetail | undefined): { what: string; why: string } {
  if (detail === undefined) return { what: "Erased", why: "" };
  const kinds = detail.kinds.map(({ kind, count }) =>
    count > 1 && kind !== "letter" && kind !== "provenance"
      ? `${findingWords[kind]} (${count})`
      : findingWords[kind],
  );
  const shape = detail.kinds.find(
    ({ kind }) => kind === "letter" || kind === "referral" || kind === "people-list",
  );
  const files = detail.files > 1 ? `${detail.files} files` : "";
  const beside = [
    ...(detail.another ? ["the address is on another patient’s record"] : []),
    ...(detail.openly ? [`${detail.openly} outside addresses in To or Cc`] : []),
  ];
  const unread = detail.unreadable === undefined ? [] : [`file ${unreadableWords[detail.unreadable]}`];
  const what =
    files ||
    (detail.strength === "unreadable"
      ? "File that could not be checked"
      : shape
        ? sentenceCase(findingWords[shape.kind])
        : gestureWords[detail.how]);
  return { what, why: [...kinds, ...unread, ...beside].join(", ") || "nothing that names a patient" };
}

/** Where it was to go: the widest class first, and how many where more than one. */
export function towards(detail: HeldDetail | undefined): string {
  if (detail === undefined) return "";
  const there = [...recipientClasses].reverse().filter((one) => detail.recipients[one] > 0);
  const say = (one: RecipientClass): string =>
    detail.recipients[one] > 1 ? `${detail.recipients[one]} ${recipientWords[one]}` : recipientWords[one];
  return there.length === 0 ? "no address yet" : listed(there.map(say));
}

/** What became of it: word, state and the person's reason. */
export function doneWords(attempt: Attempt): {
  word: string;
  state: "red" | "amber" | "plain";
  reason: string;
} {
  if (attempt.outcome === null) return { word: "Not decided yet", state: "plain", reason: "" };
  const detail = outcomeDetail(attempt.outcome.detail);
  if (detail === undefined) return { word: "Erased", state: "plain", reason: "" };
  const reason = detail.reason === undefined ? "" : reasonWords[detail.reason];
  const sentence = detail.sentence === undefined ? "" : `“${detail.sentence}”`;
  return {
    word: outcomeWords[detail.outcome],
    state: outcomeState[detail.outcome] ?? "plain",
    reason: [detail.reason === "other" && sentence ? "" : reason, sentence].filter(Boolean).join(": "),
  };
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
