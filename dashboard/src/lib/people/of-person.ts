import { personRow } from "#domain/people/person-row";
import type { Person } from "#lib/api/people.ts";
import { asMoment, asText, asYes, type RowKind } from "#lib/components/changed/difference.ts";
import { roleName } from "#lib/format/roles.ts";

/** Somebody of the clinic. */
export const ofPerson: RowKind<Person> = {
  read: (current) => personRow.safeParse(current).data,
  columns: {
    name: ["the name", asText],
    email: ["the e-mail", (value) => asText(value ?? "")],
    role: ["the role", (value) => roleName(value, "lead")],
    practitioner: ["practitioner", asYes],
    active: ["works here", asYes],
    until: ["until when they read", asMoment],
    enrolled: ["has signed in", asYes],
    invitedUntil: ["until when their link works", asMoment],
  },
};
