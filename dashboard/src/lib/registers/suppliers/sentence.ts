import type { SuppliersAnswer } from "#domain/registers/suppliers/question";

const some = (n: number, one: string, many: string): string[] =>
  n === 0 ? [] : [n === 1 ? `One ${one}` : `${n} ${many}`];

/** "9 of 11 are in order. One works without all Art. 28 terms, one check is late." */
export function suppliersSentence({
  counts,
  prepared,
}: Pick<SuppliersAnswer, "counts" | "prepared">): string {
  const { inUse, inOrder, noTerms, noGround, late } = counts;
  if (inUse === 0)
    return "Nobody is entered yet. Begin with who holds your patients’ records, and your mail.";
  const faults = [
    ...some(noTerms, "works without all Art. 28 terms", "work without all Art. 28 terms"),
    ...some(noGround, "lies abroad without a ground", "lie abroad without a ground"),
    ...some(late, "check is late", "checks are late"),
  ].map((words, at) => (at === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1)));
  const waiting = some(
    prepared.length,
    "prepared entry is not filled in",
    "prepared entries are not filled in",
  );
  const said = [
    `${inOrder} of ${inUse} ${inOrder === 1 ? "is" : "are"} in order`,
    faults.join(", "),
    ...waiting,
  ];
  return said
    .filter(Boolean)
    .map((words) => `${words}.`)
    .join(" ");
}
