import * as z from "zod/mini";
import { rowId } from "../base/row-id.ts";
import { milliseconds, policy } from "../policy.ts";
import { type MailProgram, mailPrograms, mailProgramsSaid } from "./mail-programs.ts";

export const mailProgramWords: Readonly<Record<MailProgram, string>> = {
  outlook: "Outlook on a computer",
  "apple-mail": "Apple Mail on a Mac",
  thunderbird: "Thunderbird",
  phone: "Mail on a phone or tablet",
  other: "Another mail program",
};

/** The question, in the popup as on the dashboard. */
export const mailProgramsAsked = {
  title: "Mail outside the browser",
  question: "Which of these do you use for work?",
  why: "Chaperone sees web mail alone. It doesn’t look for other programs: it asks each of us four times a year, so that the weekly review knows where nothing is held.",
  none: "None of them",
  choose: "Choose those that you use, or none of them.",
  both: "Choose either the programs or none of them.",
} as const;

/** `POST /mail-programs` of a paired browser; at a desk it says whose answer it is. */
export const mailProgramsBody = z.strictObject({ ...mailProgramsSaid.shape, user: z.optional(rowId) });

/** A row, as it is read; `kinds` are joined by blanks. */
export const mailProgramsRow = z.object({
  id: z.string(),
  user: z.string(),
  kinds: z.string(),
  at: z.string(),
});
export type MailProgramsRow = z.infer<typeof mailProgramsRow>;

export const kindsOf = ({ kinds }: Pick<MailProgramsRow, "kinds">): MailProgram[] =>
  mailPrograms.filter((kind) => kinds.split(" ").includes(kind));

/** Whether somebody is to be asked: never asked, or a quarter ago. */
export const isMailAskedAgain = (answeredAt: string, nowMs: number): boolean =>
  answeredAt === "" || nowMs - Date.parse(answeredAt) >= milliseconds(policy.mailProgramsAskedEvery);

/**
 * When the answer of somebody is owed, in milliseconds: from when it stands in their work, and by when it is to be given.
 *
 * @param answeredAt - Instant of their last answer; '' where they gave none.
 * @param came - Instant since which they have worked here.
 */
export function mailAnswerOwed(
  answeredAt: string,
  came: string,
): { readonly from: number; readonly due: number } {
  const asked =
    answeredAt === ""
      ? Date.parse(came)
      : Date.parse(answeredAt) + milliseconds(policy.mailProgramsAskedEvery);
  return {
    from: asked + milliseconds(policy.mailProgramsOwedAfter),
    due: asked + milliseconds(policy.mailProgramsAnsweredWithin),
  };
}

/** What is known of mail outside the browser: how many use each kind, how many use none, and whose answer is missing. */
export interface MailOutside {
  readonly people: number;
  readonly using: readonly { readonly kind: MailProgram; readonly users: readonly string[] }[];
  readonly none: readonly string[];
  readonly unanswered: readonly string[];
}

/**
 * @param people - Ids of those who work here and may send mail.
 * @param rows - Their answers, in any order: the newest of each counts while it is not older than a quarter.
 */
export function mailOutside(
  people: readonly string[],
  rows: readonly Pick<MailProgramsRow, "user" | "kinds" | "at">[],
  nowMs: number,
): MailOutside {
  const newest = new Map<string, Pick<MailProgramsRow, "kinds" | "at">>();
  for (const row of rows) if ((newest.get(row.user)?.at ?? "") < row.at) newest.set(row.user, row);
  const answered = people.flatMap((user) => {
    const row = newest.get(user);
    return row && !isMailAskedAgain(row.at, nowMs) ? [{ user, kinds: kindsOf(row) }] : [];
  });
  return {
    people: people.length,
    using: mailPrograms.flatMap((kind) => {
      const users = answered.filter(({ kinds }) => kinds.includes(kind)).map(({ user }) => user);
      return users.length === 0 ? [] : [{ kind, users }];
    }),
    none: answered.filter(({ kinds }) => kinds.length === 0).map(({ user }) => user),
    unanswered: people.filter((user) => !answered.some((one) => one.user === user)),
  };
}
