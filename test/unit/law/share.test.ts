import { describe, expect, test } from "vitest";
import { diseasesOf, noticeOf, notifications, writtenBy } from "#domain/law/notifiable";
import { changesOf, judged, ruleFor, shareRules } from "#domain/law/share/judge";
import { permits } from "#domain/law/share/permits";
import {
  answersTo,
  type ShareAnswers,
  type ShareQuestion,
  shareQuestionKeys,
  unsure,
} from "#domain/law/share/questions";
import { shareCases } from "./share-cases.ts";

describe("worked cases", () => {
  test("are at least 120, use every rule, and each has its source", () => {
    expect(shareCases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(shareCases.map(([, answers]) => JSON.stringify(answers))).size).toBe(shareCases.length);
    const used = new Set(shareCases.map(([, , rule]) => rule));
    expect(shareRules.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    for (const { id, source, ground, says, verdict, aloud } of shareRules) {
      expect(source.title, id).not.toBe("");
      expect(ground === "" || says === "", id).toBe(false);
      // Words to say stand with every refuse and ask, and confirm nothing.
      expect(aloud === "", id).toBe(verdict === "permit");
    }
    expect(new Set(shareRules.map(({ id }) => id)).size).toBe(shareRules.length);
  });

  test.each(shareCases)("%s", (_, answers, rule, verdict) => {
    const found = ruleFor(answers, "england");
    expect([found.id, found.verdict]).toEqual([rule, verdict]);
    expect(judged(answers, "england")).toEqual({ rule: found, needed: [] });
  });
});

/** Answers that no rule tells apart stand for each other: one of each kind is tried. */
function kindsOf(question: ShareQuestion): string[] {
  const bySignature = new Map<string, string>();
  for (const answer of answersTo(question)) {
    const signature = shareRules
      .map(({ when }) => ((when[question] as readonly string[] | undefined)?.includes(answer) ? "1" : "0"))
      .join("");
    if (!bySignature.has(signature) || answer === unsure) bySignature.set(signature, answer);
  }
  return [...bySignature.values()];
}

const kinds = shareQuestionKeys.map((question) => [question, kindsOf(question)] as const);
const mayPermit = (answers: Readonly<Record<string, string>>): boolean =>
  permits.some(({ when }) =>
    Object.entries(when).every(
      ([question, some]) =>
        !(question in answers) || (some as readonly string[]).includes(answers[question] ?? ""),
    ),
  );

/**
 * Each combination of answers, one of each kind. Where no row can permit any more, what follows is counted and not walked:
 * one that stands for all of it is asked instead.
 */
function everyCombination(run: (answers: Record<string, string>, whole: boolean) => void): number {
  let count = 0;
  const step = (at: number, answers: Record<string, string>): void => {
    const kind = kinds[at];
    if (kind === undefined || !mayPermit(answers)) {
      count += kinds.slice(at).reduce((all, [, some]) => all * some.length, 1);
      run(answers, kind === undefined);
      return;
    }
    for (const answer of kind[1]) step(at + 1, { ...answers, [kind[0]]: answer });
  };
  step(0, {});
  return count;
}

/** What has to be so of whatever is permitted, said without the table. */
const mustHold: readonly (readonly [
  says: string,
  holds: (a: Readonly<Record<string, string>>) => boolean,
])[] = [
  [
    "somebody knows who asks, and how",
    (a) => a.asker !== unsure && a.verified !== unsure && a.verified !== "no",
  ],
  ["somebody knows what for and what", (a) => a.purpose !== unsure && a.what !== unsure],
  ["the press gets nothing", (a) => a.asker !== "press"],
  ["who acts for a patient is looked at first", (a) => a.asker !== "proxy"],
  [
    "offices, family and researchers need a yes, or a court",
    (a) =>
      !["family", "solicitor", "insurer", "employer", "researcher"].includes(a.asker ?? "") ||
      a.decision === "yes" ||
      a.law === "order" ||
      a.what === "figures",
  ],
  [
    "a no is passed over by law, by the safety of somebody, and by nothing else",
    (a) =>
      a.decision !== "no" ||
      ["order", "power", "duty"].includes(a.law ?? "") ||
      a.professional === "registered" ||
      a.what === "figures" ||
      a.asker === "patient",
  ],
  [
    "police need an order, a yes or a professional",
    (a) =>
      a.asker !== "police" || a.law === "order" || a.decision === "yes" || a.professional === "registered",
  ],
  [
    "what is for a professional is not the desk’s",
    (a) =>
      !["others", "self", "adult", "fgm", "notify"].includes(a.purpose ?? "") ||
      a.professional === "registered" ||
      a.law === "order",
  ],
  [
    "a whole record needs a signature or an order",
    (a) => a.what !== "whole" || a.law === "order" || (a.decision === "yes" && a.asker === "solicitor"),
  ],
  [
    "whether somebody comes here is told to no office and no family",
    (a) =>
      a.what !== "whether" ||
      !["family", "insurer", "employer", "researcher", "manager"].includes(a.asker ?? ""),
  ],
];

test("over all combinations nothing is permitted that a row does not permit, and no permit breaks what must hold", () => {
  const broken = new Set<string>();
  let permitted = 0;
  const count = everyCombination((answers, whole) => {
    const { verdict, id } = ruleFor(answers as ShareAnswers, "england");
    if (verdict !== "permit") return;
    if (!whole) broken.add(`${id}: permitted where no row permits`);
    permitted += 1;
    const row = permits.find((one) => one.id === id);
    const fits = Object.entries(row?.when ?? { none: [] }).every(([question, some]) =>
      (some as readonly string[]).includes(answers[question] ?? ""),
    );
    if (!row || !fits) broken.add(`${id}: no row`);
    for (const [says, holds] of mustHold) if (!holds(answers)) broken.add(`${id}: ${says}`);
  });
  console.info(`May I share?: ${count} combinations of kinds of answers, ${permitted} permitted`);
  expect([...broken]).toEqual([]);
  expect(count).toBeGreaterThan(100_000);
}, 60_000);

test("every question left open, or answered “not sure” where it matters, gives nothing yet", () => {
  expect(judged({}, "england").rule).toBeUndefined();
  for (const [says, answers, , verdict] of shareCases.filter(([, , , one]) => one === "permit")) {
    const row = permits.find(({ id }) => id === ruleFor(answers, "england").id);
    for (const question of Object.keys(row?.when ?? {}) as ShareQuestion[]) {
      const { [question]: _, ...open } = answers;
      expect(judged(open, "england").rule?.verdict, `${says}, ${question} open`).not.toBe("permit");
      const doubted = { ...answers, [question]: unsure } as ShareAnswers;
      expect([verdict, ruleFor(doubted, "england").verdict], `${says}, ${question} not sure`).toEqual([
        "permit",
        "ask",
      ]);
    }
  }
});

test("asks at most ten questions, and none whose answer can change nothing", () => {
  expect(shareQuestionKeys.length).toBe(10);
  expect(judged({}, "england").needed[0]).toBe("asker");
  const press = judged({ asker: "press", decision: "nothing", law: "none" }, "england");
  expect(press).toMatchObject({ rule: { id: "press" }, needed: [] });
});

test("says at most three facts that would change the answer, each of which does", () => {
  for (const [says, answers] of shareCases) {
    const changes = changesOf(answers, "england");
    expect(changes.length).toBeLessThanOrEqual(3);
    for (const { question, answer, verdict } of changes) {
      const changed = ruleFor({ ...answers, [question]: answer } as ShareAnswers, "england");
      expect([changed.verdict, changed.verdict === ruleFor(answers, "england").verdict], says).toEqual([
        verdict,
        false,
      ]);
    }
  }
});

describe("a notifiable disease", () => {
  test.each([
    ["2026-11-20", "england", "2026-11-22"],
    ["2026-11-20", "scotland", "2026-11-22"],
    ["2026-11-20", "northern-ireland", "2026-11-20"],
    ["2026-12-24", "england", "2026-12-26"],
    ["2026-12-31", "england", "2027-01-02"],
    ["2028-02-28", "england", "2028-03-01"],
  ] as const)("suspected %s in %s: written by %s", (suspected, nation, by) =>
    expect(writtenBy(suspected, nation)).toBe(by),
  );
  test.each([
    ["england", "measles", "urgent", /^Urgent: by telephone/, "2026-11-22"],
    ["england", "chickenpox", "routine", /^Routine: in writing is enough/, "2026-11-22"],
    ["england", "malaria", "routine", /urgent if it was caught in the United Kingdom/, "2026-11-22"],
    ["england", "tuberculosis", "check", /check before use.*telephone today/, "2026-11-22"],
    ["england", "another that may do significant harm", "check", /check before use/, "2026-11-22"],
    ["scotland", "malaria", "check", /check before use/, "2026-11-22"],
    ["wales", "measles", "check", /check before use/, "2026-11-22"],
    ["northern-ireland", "measles", "check", /^At once: the certificate/, "2026-11-20"],
  ] as const)("in %s of %s: %s", (nation, disease, urgency, atOnce, by) => {
    const notice = noticeOf(nation, disease, "2026-11-20");
    expect(notice).toMatchObject({ urgency, by });
    expect(notice.atOnce).toMatch(atOnce);
  });
  test("each nation has its own list, and two have none that was read", () => {
    expect(Object.keys(diseasesOf("england") ?? {})).toHaveLength(42);
    expect(Object.keys(diseasesOf("scotland") ?? {})).toHaveLength(29);
    expect(diseasesOf("scotland")).not.toHaveProperty("chickenpox");
    expect([diseasesOf("wales"), diseasesOf("northern-ireland")]).toEqual([undefined, undefined]);
    for (const { who, form } of Object.values(notifications)) {
      expect(who).toMatch(/medical practitioner/);
      expect(form).not.toBe("");
    }
  });
  test("what was not read is said so", () => expect(notifications.wales.sure).toBe("check"));
});

describe("a law of England and Wales alone", () => {
  const of = shareCases.filter(([, , rule]) => rule === "fgm" || rule === "notifiable-disease");
  test("permits there, and is asked of the lead elsewhere", () => {
    expect(new Set(of.map(([, , rule]) => rule)).size).toBe(2);
    for (const [says, answers, rule] of of) {
      expect(ruleFor(answers, "wales").id, says).toBe(rule);
      for (const nation of ["scotland", "northern-ireland"] as const)
        expect(judged(answers, nation).rule?.verdict, `${says}, ${nation}`).toBe("ask");
    }
  });
});
