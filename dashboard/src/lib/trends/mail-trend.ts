import { type MailEnd, mailEnds, type Trends, type TrendWeek } from "#domain/figures/trends";
import type { BarLook } from "#lib/charts/bars.ts";
import { endWords } from "#lib/format/mail-words.ts";
import { begins, inWords } from "#lib/format/sentence.ts";
import { changeWords, spanWords, sumOf, type Weekly } from "./change.ts";
import { countCell, type Figure } from "./figure.ts";
import { mailOf } from "./links.ts";
import { daysOf, ofWeeks } from "./weeks.ts";

/** Ends that are told apart in the chart; the table has each by itself. */
const groups: readonly {
  readonly name: string;
  readonly look: BarLook;
  readonly ends: readonly MailEnd[];
}[] = [
  { name: "Sent anyway", look: "red", ends: ["sent-anyway"] },
  {
    name: "Attached unread, said to be no patient document, or sent after a warning or under an exception",
    look: "amber",
    ends: ["attached-unread", "not-a-patient-document", "attached-warned", "by-exception"],
  },
  {
    name: "Taken out or kept inside",
    look: "accent",
    ends: ["removed", "disputed", "closed", "through-system", "attached-inside", "taken-out"],
  },
  { name: "Let pass or not decided", look: "grey", ends: ["passed", "logged", "undecided", "open"] },
];
const inOrder = groups.flatMap(({ ends }) => ends);

/** Attempts in mail by the week in which a document was held, and by what became of it. */
export function mailTrend({ weeks, since }: Trends, now: number): Figure {
  const counts = weeks.map(({ mail }) => mail);
  const each = (...ends: readonly MailEnd[]): Weekly =>
    counts.map((one) => one && ends.reduce((sum, end) => sum + (one[end] ?? 0), 0));
  const all = each(...mailEnds);
  const happened = inOrder.filter((end) => sumOf(each(end)) > 0);
  const cells = (of: (...ends: readonly MailEnd[]) => number, at: { from: string; to: string }) => [
    countCell(of(...mailEnds), mailOf(at)),
    ...happened.map((end) => countCell(of(end), mailOf(at, end))),
  ];
  return {
    ...ofWeeks(weeks, now, ({ mail, monday, sunday }: TrendWeek) =>
      mail === null
        ? null
        : cells((...ends) => ends.reduce((sum, end) => sum + (mail[end] ?? 0), 0), {
            from: monday,
            to: sunday,
          }),
    ),
    says: sentence(all, sumOf(each("sent-anyway")), spanWords(all, since.mail, now)),
    series: groups.map(({ name, look, ends }) => ({ name, look, values: each(...ends) })),
    heads: ["Held", ...happened.map((end) => endWords[end])],
    total: cells((...ends) => sumOf(each(...ends)), daysOf(weeks)),
  };
}

function sentence(all: Weekly, sentAnyway: number, when: string): string {
  const total = sumOf(all);
  if (total === 0) return `No document was held ${when}.`;
  const sent = `${inWords(sentAnyway)} ${sentAnyway < 2 ? "was" : "were"} sent anyway`;
  return `${begins(total, "document was", "documents were")} held ${when}; ${sent.replace("no ", "none ")}. ${changeWords(all)}`;
}
