import { type Ruled, type RuleTable, ruledBy } from "#domain/clinic/mail-rules";
import type { Gesture } from "#domain/ledger/mail-lists";
import { isAnothers, type Recipients } from "../message/recipients.ts";
import type { HeldDocument } from "./judged.ts";
import { Report, strengthOf } from "./report.ts";

/** The clinic's table for this page. */
export interface Rules {
  readonly table: RuleTable;
  readonly channel: Ruled["channel"];
  /** Whether the clinic's server knows of rules: an older one takes no event that names one. */
  readonly told: boolean;
}

/** The cell that decides about documents together; undefined where nothing was seen in any. */
export function ruleFor(
  { table, channel }: Rules,
  held: readonly HeldDocument[],
  recipients: Recipients,
): Ruled | undefined {
  const strengths = held.map((one) => strengthOf([one]));
  return ruledBy(
    table,
    channel,
    strengths,
    recipients.all.map(({ group }) => group),
  );
}

/** Whether the table lets documents go with a click. Never to an address that is known to be another patient's. */
export const asksOnly = (rules: Rules, held: readonly HeldDocument[], recipients: Recipients): boolean =>
  !isAnothers(recipients) && ruleFor(rules, held, recipients)?.does === "warn";

/** The same as an event keeps it. */
export const ruleTold = (rules: Rules, held: readonly HeldDocument[], recipients: Recipients) => {
  const rule = rules.told ? ruleFor(rules, held, recipients) : undefined;
  return rule ? { rule } : {};
};

/** Documents by whether somebody has to be asked, and the trace of those that nobody is. */
export interface Sorted {
  readonly asked: readonly HeldDocument[];
  readonly unasked: readonly { readonly document: HeldDocument; readonly trace: string }[];
}

/**
 * Sorts documents by the clinic's table. What a cell only records is recorded here; where that fails it is asked about:
 * nothing goes on a rule that records without being on record.
 */
export async function sortedByRules(
  rules: Rules,
  { adapter, how, recipients }: { adapter: string; how: Gesture; recipients: Recipients },
  held: readonly HeldDocument[],
  trace: string | undefined,
): Promise<Sorted> {
  const asked: HeldDocument[] = [];
  const unasked: { document: HeldDocument; trace: string }[] = [];
  for (const document of held) {
    const does = ruleFor(rules, [document], recipients)?.does ?? "block";
    if (isAnothers(recipients) || does === "warn" || does === "block") {
      asked.push(document);
      continue;
    }
    const documents = [document];
    const told = ruleTold(rules, documents, recipients);
    const report = new Report({ adapter, how, held: documents, recipients, shown: [], ...told }, trace);
    const goes = does === "allow" || ((await report.held()) && (await report.ended({ outcome: "logged" })));
    if (goes) unasked.push({ document, trace: report.trace });
    else asked.push(document);
  }
  return { asked, unasked };
}
