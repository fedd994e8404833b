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
