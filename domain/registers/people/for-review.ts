import { type MailOutside, mailProgramWords } from "../../people/mail-outside.ts";
import { titleOf } from "../reviews/agenda.ts";
import type { Draft } from "../reviews/item.ts";

export interface AccessRights {
  readonly joined: number;
  readonly left: number;
  readonly changed: number;
  readonly auditors: number;
  readonly withoutCode: number;
}

export const accessItems = (access: AccessRights): Draft[] =>
  Object.values(access).some((count) => count > 0) ? [accessItem(access)] : [];

const accessItem = (access: AccessRights): Draft => ({
  key: "access-rights",
  subject: "",
  title: titleOf("access-rights"),
  facts: {
    figures: [
      { name: "Joined", value: String(access.joined) },
      { name: "Left", value: String(access.left) },
      { name: "Changed", value: String(access.changed) },
      { name: "Auditors", value: String(access.auditors) },
      { name: "Not enrolled", value: String(access.withoutCode) },
    ],
    lines: [],
    people: [],
  },
  concerned: [],
  quiet: false,
});

/** As many as an item names. */
const named = 20;

/** By person, who is still to answer first. */
const byPerson = ({ using, unanswered }: MailOutside): { as: string; user: string }[] => [
  ...unanswered.map((user) => ({ as: "No answer this quarter", user })),
  ...using.flatMap(({ kind, users }) => users.map((user) => ({ as: mailProgramWords[kind], user }))),
];

/** Asked every week, whatever was answered: what is not seen is never silence. */
export function mailOutsideItem(outside: MailOutside): Draft {
  const { people, using, none, unanswered } = outside;
  const each = byPerson(outside);
  return {
    key: "blind",
    subject: "mail-outside",
    title: "Mail outside the browser",
    facts: {
      figures: [
        { name: "People asked", value: String(people) },
        ...using.map(({ kind, users }) => ({ name: mailProgramWords[kind], value: String(users.length) })),
        { name: "None of them", value: String(none.length) },
        { name: "No answer this quarter", value: String(unanswered.length) },
      ],
      lines: [
        {
          name: "What it means",
          words: "Nothing is held in these programs: Chaperone sees web mail alone.",
        },
        ...(each.length > named
          ? [{ name: "Not named here", words: `${each.length - named} more answers, under Browsers.` }]
          : []),
      ],
      people: each.slice(0, named),
    },
    concerned: [],
    quiet: using.length === 0 && unanswered.length === 0,
  };
}
