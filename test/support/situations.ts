import { usualRules } from "#domain/clinic/mail-rules";
import type { Finding, FindingKind, Verdict } from "#domain/detector/verdict";
import type { Situation } from "../../extension/dialog/model.ts";
import type { Recipients } from "../../extension/guard/message/recipients.ts";
import type { HeldDocument, Judged } from "../../extension/guard/settle/judged.ts";
import { ruleFor } from "../../extension/guard/settle/ruling.ts";

const finding = (kind: FindingKind, ending?: string): Finding => ({
  kind,
  start: 0,
  end: 1,
  weight: 1,
  ...(ending && { ending }),
});

const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  version: "rules-1",
  strength: "strong",
  score: 0.99,
  findings: [finding("nhs-number", "5919"), finding("date-of-birth"), finding("letter")],
  format: "pdf",
  read: { unit: "page", done: 1, of: 1 },
  patients: 1,
  ...more,
});

export const named = (name = "Ellery clinic letter.pdf", more: Partial<Verdict> = {}): HeldDocument => ({
  kind: "file",
  name,
  judged: {
    kind: "verdict",
    verdict: verdict(more),
    provenance: { system: "cliniko:harbour.uk2", at: "2026-11-24T10:32:00.000Z", how: "downloaded" },
  },
});

const file = (name: string, judged: Judged): HeldDocument => ({ kind: "file", name, judged });

const outside: Recipients = { all: [{ shown: "reception@northquaysurgery.example", group: "outside" }] };

export const situation = (more: Partial<Situation> = {}): Situation => ({
  moment: "attach",
  held: [named()],
  passed: [],
  passedAlready: true,
  recipients: outside,
  clinic: { name: "Harbour Aesthetics & Physio", approvedSystem: "Cliniko", reviewDay: "" },
  mayOverride: true,
  reasons: ["needed-now", "patient-asked", "law-requires", "system-down", "other"],
  canChooseAgain: true,
  ...more,
  does: more.does ?? doesFor(more.held ?? [named()], more.recipients ?? outside),
});

/** What the usual table says of these documents. */
function doesFor(held: readonly HeldDocument[], recipients: Recipients): Situation["does"] {
  const rules = { table: usualRules, channel: "mail", told: true } as const;
  return ruleFor(rules, held, recipients)?.does === "warn" ? "warn" : "block";
}

const locked = file("scan_0412.zip", {
  kind: "verdict",
  verdict: verdict({ strength: "unreadable", unreadable: "locked", findings: [], patients: 0 }),
});
const text: HeldDocument = {
  kind: "text",
  name: "",
  words: 64,
  judged: {
    kind: "verdict",
    verdict: verdict({
      findings: [finding("nhs-number", "5919"), finding("diagnosis"), finding("medicine")],
    }),
  },
};

/** Every dialog by name. */
export const situations: Readonly<Record<string, Situation>> = {
  strong: situation(),
  weak: situation({
    held: [named("note.txt", { strength: "weak", findings: [finding("name"), finding("diagnosis")] })],
  }),
  several: situation({
    held: [
      named(),
      named("Thursday list.xlsx", {
        patients: 14,
        findings: [finding("people-list"), finding("date-of-birth")],
      }),
    ],
    passed: ["Price list 2026.pdf"],
  }),
  text: situation({ moment: "send", held: [text] }),
  unreadable: situation({ held: [locked] }),
  late: situation({
    held: [file("MRI and notes.pdf", { kind: "late", read: { unit: "page", done: 3, of: 12 }, seconds: 20 })],
  }),
  inside: situation({ recipients: { all: [{ shown: "lettie@harbour.example", group: "own" }] } }),
  blocked: situation({ mayOverride: false }),
  "from the right": situation({
    held: [named("مكتوب عيادة إيلري.pdf"), named("רשימת יום חמישי.xlsx", { patients: 14 })],
    passed: ["قیمتوں کی فہرست ۲۰۲۶.pdf"],
    recipients: {
      all: [
        { shown: "נעמה לוי <reception@northquaysurgery.example>", group: "outside" },
        { shown: "gp@northquaysurgery.example", group: "outside" },
      ],
    },
    clinic: { name: "مركز الميناء", approvedSystem: "קליניקה", reviewDay: "Thursday" },
  }),
  exception: situation({ oneForOne: true }),
  "take out": situation({
    moment: "send",
    held: [text],
    takeOut: ["Mrs Rosalind Ellery", "999 100 5919", "رضوان علي"],
  }),
  forwarded: situation({ moment: "send", held: [named("Referral 14 Nov.pdf")] }),
};
