import type { LogGroup } from "#domain/ledger/log-groups";
import { kindWords } from "#lib/format/kinds.ts";
import { rowWords } from "#lib/register-words.ts";

/** What the groups of the log are called, where they are chosen. */
export const groupNames: Readonly<Record<LogGroup, string>> = {
  record: "Records",
  mail: "Mail",
  browser: "Browsers",
  dashboard: "In the dashboard",
};

const families: Readonly<Record<LogGroup, readonly { readonly family: string; readonly name: string }[]>> = {
  record: [{ family: "record", name: groupNames.record }],
  mail: [{ family: "mail", name: groupNames.mail }],
  browser: [{ family: "browser", name: groupNames.browser }],
  dashboard: [
    { family: "auth", name: "Sign-ins" },
    { family: "notice", name: "Notices" },
    { family: "log", name: "Readings" },
    { family: "event", name: "Erasures" },
  ],
};

type KindChoice = { readonly value: string; readonly name: string };
/** What the log can be narrowed to within a group, as the filter lists it: each value is a `kind` that the server knows. */
export function kindChoices(group: LogGroup): { readonly name: string; readonly options: KindChoice[] }[] {
  const own = families[group].map(({ family, name: title }) => ({
    name: title,
    options: [
      ...(family === group ? [] : [{ value: family, name: `${title}, all` }]),
      ...Object.entries(kindWords)
        .filter(([kind]) => kind.startsWith(`${family}.`))
        .map(([kind, { short }]) => ({ value: kind, name: short })),
    ],
  }));
  if (group !== "dashboard") return own;
  const kept = rowWords.map(({ collection: value, row: name }) => ({ value, name }));
  return [...own, { name: "Acts, by what they are on", options: kept }];
}
