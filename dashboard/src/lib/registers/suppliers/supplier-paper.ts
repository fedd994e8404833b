import type { OffsetAt } from "#domain/base/local-time";
import { longDate, longMoment } from "#domain/base/local-words";
import { processorTerms, termKeys, termWords } from "#domain/law/processor-terms";
import { sourceLine } from "#domain/law/rule";
import { doubtsIn } from "#domain/registers/suppliers/check";
import { faultsOf } from "#domain/registers/suppliers/supplier";
import {
  answerWords,
  faultWords,
  groundWords,
  kindWords,
  leftDataWords,
  placeOf,
  questionWords,
  roleWords,
} from "#domain/registers/suppliers/words";
import type { Paper } from "#lib/export/paper.ts";
import type { SupplierCheck, SupplierFile } from "./api.ts";

interface Around {
  readonly clinic: string;
  readonly asOf: string;
  /** Civil date by which it is judged. */
  readonly today: string;
  readonly offsetAt: OffsetAt;
  readonly nameOf: (id: string) => string;
}

const day = (date: string): string => (date === "" ? "" : longDate(date));
const said = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");

/** A supplier with its terms and its checks, for an inspector. */
export function supplierPaper({ supplier: one, checks }: SupplierFile, around: Around): Paper {
  const { clinic, asOf, today, offsetAt, nameOf } = around;
  const faults = faultsOf(one, today).map((fault) => faultWords[fault]);
  const ended = one.state === "ended";
  const rows: readonly (readonly [string, string])[] = [
    ["Kind", kindWords[one.kind]],
    ["Part", roleWords[one.role]],
    ["Data", one.data],
    ["Contract", said(one.contract, day(one.contractOn))],
    ["Where it lies", said(placeOf(one), one.placeNote)],
    ["Ground of the transfer", one.ground === "" ? "" : said(groundWords[one.ground], day(one.groundOn))],
    ["Others it uses", one.others],
    ["How it tells of a breach", one.tellsHow],
    ["Held by", nameOf(one.holder)],
    ["Checked", day(one.checkedOn)],
    ["Next check", ended ? "" : day(one.nextCheck)],
    ["Ended", ended ? said(day(one.endedOn), one.endedWhy) : ""],
    ["Data at its end", one.leftData === "" ? "" : leftDataWords[one.leftData]],
  ];
  return {
    title: one.name,
    subject: "Partners and suppliers",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [`${clinic} · Partners and suppliers`, `As of ${longMoment(asOf, offsetAt)}`],
    blocks: [
      {
        is: "paragraph",
        text: ended ? "Ended." : faults.length === 0 ? "In order." : `Not in order: ${faults.join(", ")}.`,
        look: "strong",
      },
      { is: "facts", rows: rows.filter(([, words]) => words !== "") },
      ...(one.role === "processor"
        ? ([
            { is: "heading", level: 2, text: "What the terms must say" },
            {
              is: "table",
              head: ["", "Term", "In the contract"],
              shares: [0.08, 0.62, 0.3],
              rows: termKeys.map((key) => [
                key,
                termWords[key],
                one.terms.includes(key) ? "seen" : "not seen",
              ]),
            },
            { is: "paragraph", text: `${sourceLine(processorTerms)}.`, look: "muted" },
          ] as const)
        : []),
      { is: "heading", level: 2, text: "Checks" },
      checks.length === 0
        ? { is: "paragraph", text: "Never checked." }
        : {
            is: "table",
            head: ["Checked", "Found", "By"],
            shares: [0.24, 0.52, 0.24],
            rows: checks.map((check) => [day(check.checkedOn), foundIn(check), nameOf(check.by)]),
          },
    ],
  };
}

function foundIn({ answers, note }: SupplierCheck): string {
  const doubts = doubtsIn(answers).map(
    (question) => `${questionWords[question]}: ${answerWords[answers[question] ?? "not-known"]}`,
  );
  return [doubts.length === 0 ? "All as before." : `${doubts.join("; ")}.`, note].filter(Boolean).join(" ");
}
