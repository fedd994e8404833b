import type { CandourAnswer, CareAnswer } from "#domain/registers/incidents/law/answers";

/** What a case says of the regulator of care and of candour; null where nobody has said it. */
export const lawAnswersIn = (breach: pb.Record) => ({
  care: jsonIn<CareAnswer>(breach, "care"),
  candour: jsonIn<CandourAnswer>(breach, "candour"),
});

function jsonIn<Value>(row: pb.Record, field: string): Value | null {
  const text = row.getString(field);
  return text === "" ? null : (JSON.parse(text) as Value | null);
}
