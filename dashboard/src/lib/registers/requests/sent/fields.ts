import { refusedWhys } from "#domain/registers/requests/sent/acts";
import type { FieldSpec } from "#lib/components/form/field-spec.ts";
import { takeFields } from "../take-fields.ts";

/** What came with it, so that nobody says it again: who asks, how it came, and the day. */
const cameWithIt = ["channel", "receivedOn", "name", "reach"];

/** What is said when it is accepted. */
export const acceptFields: readonly FieldSpec[] = takeFields.filter(({ id }) => !cameWithIt.includes(id));

const reason: FieldSpec = {
  id: "reason",
  kind: "sentence",
  label: "Why it is no request",
  hint: "Without a name",
  empty: "Say why",
};
export const refuseFields: readonly FieldSpec[] = [
  {
    id: "why",
    kind: "choice",
    label: "What it is instead",
    words: refusedWhys,
    empty: "Say what it is",
  },
  reason,
];
export const spamFields: readonly FieldSpec[] = [reason];
