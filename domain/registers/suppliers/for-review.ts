import type { Draft } from "../reviews/item.ts";
import type { Prepared, SupplierCounts } from "./question.ts";
import { faultsOf, type Supplier } from "./supplier.ts";
import { faultWords, kindWords } from "./words.ts";

/** Suppliers of which something is to be said by name. */
const named = 30;

/**
 * How partners and suppliers stand: one item, quiet where all are in order and the prepared entries are filled.
 *
 * @param unfit - Those with a fault.
 */
export function supplierItems(
  counts: SupplierCounts,
  unfit: readonly Supplier[],
  waiting: readonly Prepared[],
  today: string,
): Draft[] {
  if (counts.inUse === 0) return [];
  const late = unfit.filter((one) => faultsOf(one, today).includes("late"));
  return [
    {
      key: "suppliers",
      subject: "",
      title: "Partners and suppliers",
      facts: {
        figures: [
          { name: "In use", value: String(counts.inUse) },
          { name: "In order", value: String(counts.inOrder) },
          { name: "Art. 28 terms missing", value: String(counts.noTerms) },
          { name: "Abroad without a ground", value: String(counts.noGround) },
          { name: "Checks late", value: String(counts.late) },
        ],
        lines: [
          ...unfit.slice(0, named).map((one) => ({
            name: one.name.slice(0, 60),
            words: faultsOf(one, today)
              .map((fault) => faultWords[fault])
              .join(", "),
          })),
          ...(unfit.length > named ? [{ name: "More", words: String(unfit.length - named) }] : []),
          ...(waiting.length > 0
            ? [{ name: "Not filled in", words: waiting.map(({ kind }) => kindWords[kind]).join(", ") }]
            : []),
        ],
        people: [],
      },
      concerned: [],
      quiet: unfit.length === 0 && waiting.length === 0,
      ...(late.length > 0 && { open: "A check of a supplier is late" }),
    },
  ];
}
