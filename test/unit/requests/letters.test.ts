import { describe, expect, test } from "vitest";
import { nations } from "#domain/law/four-answers";
import { inLetter } from "#domain/registers/requests/answer-letter";
import type { Step, StepKind, Taken } from "#domain/registers/requests/facts";
import { factsOf } from "#domain/registers/requests/fold";
import { groundKeys, grounds, lawOfGround } from "#domain/registers/requests/grounds";
import { isAboutPapers, lawOfKind, requestKinds } from "#domain/registers/requests/kinds";
import type { Letter } from "#domain/registers/requests/letter";
import { letterKinds, letterOf, lettersOf } from "#domain/registers/requests/letters";
import { limitsOf } from "#domain/registers/requests/limits";
import { explainedBy, looksOf } from "#domain/registers/requests/looks";
import { looksLetter } from "#domain/registers/requests/looks-letter";
import { decideGrounds } from "#domain/registers/requests/words";

const taken: Taken = {
  kind: "access",
  requester: "patient",
  age: "adult",
  nation: "england",
  receivedOn: "2026-11-02",
  receivedAt: "2026-11-02T10:00:00.000Z",
  doubt: false,
  recordRef: "100",
};
const step = (kind: StepKind, data: Record<string, string>): Step => ({
  kind,
  data,
  at: "2026-11-20T10:00:00.000Z",
  by: "u",
});
const letter = (kind: Parameters<typeof letterOf>[0], more: Partial<Taken>, ...steps: Step[]): Letter => {
  const facts = factsOf({ ...taken, ...more }, steps, "h");
  return letterOf(kind, facts, steps, limitsOf(facts), "2026-11-30");
};
const all = ({ title, text, list, rights }: Letter): string =>
  [title, ...text, ...list, ...rights].join("\n");

describe("letters", () => {
  test.each(requestKinds.filter((kind) => kind !== "access-dead").map((kind) => [kind]))(
    "the answer to %s names all three ways to complain",
    (kind) => {
      const said = all(
        letter("answer", { kind }, step("decide", { outcome: "refused", ground: "other", reason: "So." })),
      );
      expect(said).toContain("section 164A");
      expect(said).toContain("section 165");
      expect(said).toContain("Information Commission (ICO)");
      expect(said).toContain("court");
      expect(said).not.toContain("Article 77");
      expect(said).not.toMatch(/\bfirst\b/);
    },
  );
  test("how a complaint goes on is told by its last note, while it is open, and of a complaint alone", () => {
    const notes = [step("acknowledge", { day: "2026-11-20" }), step("progress", { note: "Begun." })];
    const last = step("progress", { note: "The desk was asked; its answer comes on Friday." });
    const said = all(letter("progress", { kind: "complaint" }, ...notes, last));
    expect(said).toContain("The desk was asked");
    expect(said).not.toContain("Begun.");
    expect(said).toContain("Information Commission (ICO)");
    const of = (kind: Taken["kind"], ...steps: Step[]) =>
      lettersOf(factsOf({ ...taken, kind }, steps, "h"), steps);
    expect(of("complaint", ...notes, last)).toContain("progress");
    expect(of("complaint", ...notes, last, step("handOver", { day: "2026-11-30" }))).not.toContain(
      "progress",
    );
    expect(of("access", last)).not.toContain("progress");
  });
  test("a notice of more time says why, and until when", () => {
    const more = step("more", {
      day: "2026-11-20",
      time: "10:00",
      ground: "number",
      reason: "Three came in a week.",
    });
    const said = all(letter("more", {}, more));
    expect(said).toContain("several requests");
    expect(said).toContain("2 February 2027");
  });
  test("what is held back stands with its ground, and nothing else of it", () => {
    const kept = [
      step("search", { papers: "3", seen: "0" }),
      step("item", { what: "page 14", fate: "black", ground: "third-party", reason: "The neighbour." }),
      step("item", { what: "page 2", fate: "given", reason: "A nurse wrote it." }),
      step("itemsDone", {}),
    ];
    const answer = letter("answer", {}, ...kept);
    expect(answer.list).toEqual([
      "page 14: words blacked out, about somebody else who does not agree, and not reasonable without (Data Protection Act 2018, Schedule 2, paragraphs 16 and 17)",
    ]);
    expect(all(answer)).not.toContain("neighbour");
  });
  test("a ground that would tell what it protects is not named", () => {
    const silent = groundKeys.filter((key) => {
      const item = step("item", { what: "page 14", fate: "held", ground: key, reason: "So." });
      const answer = letter("answer", {}, item, step("itemsDone", {}));
      const said = "page 14: held back, on a ground of law that we may not name";
      expect(all(answer).includes(inLetter(grounds[key].law))).toBe(!answer.list.includes(said));
      expect(all(answer).includes(grounds[key].name)).toBe(!answer.list.includes(said));
      return answer.list.includes(said);
    });
    expect(silent).toEqual(["child-abuse", "crime", "hfea"]);
  });
  test("of a dead patient a claimant is told of relevance, a personal representative of the whole; the Act’s own court", () => {
    const claim = all(
      letter("answer", { kind: "access-dead", requester: "claimant" }, step("itemsDone", {})),
    );
    const whole = all(
      letter("answer", { kind: "access-dead", requester: "personal-representative" }, step("itemsDone", {})),
    );
    expect(claim).toContain("relevant to the claim");
    expect(whole).toContain("whole record");
    for (const said of [claim, whole]) expect(said).toContain("Access to Health Records Act 1990, section 8");
    for (const said of [claim, whole]) expect(said).not.toContain("164A");
  });
  test("in Northern Ireland it is the Order of 1993, and no section of the Act", () => {
    const nation = "northern-ireland";
    const of = groundKeys.filter((key) => key.startsWith("dead-"));
    const items = of.map((ground) => step("item", { what: "page 1", fate: "held", ground }));
    const dead = { kind: "access-dead", requester: "claimant" } as const;
    const said = all(letter("answer", { ...dead, nation }, ...items, step("itemsDone", {})));
    expect(said).not.toMatch(/1990|section|s\.\d|the Act|The Act/);
    expect(said.split("Access to Health Records (Northern Ireland) Order 1993")).toHaveLength(of.length + 3);
    expect(lawOfKind("access-dead", nation)).toBe("Access to Health Records (Northern Ireland) Order 1993");
    expect(lawOfKind("access-dead", "wales")).toContain("Act 1990, s.3(1)(f)");
    expect(lawOfGround("dead-harm", "wales")).toContain("Act 1990 s.5(1)(a)(i)");
    expect(lawOfGround("privilege", nation)).toBe(grounds.privilege.law);
  });
  test("is said to whoever reads it: of whose record, how it was seen, and nothing where nothing was found", () => {
    const found = [step("search", { papers: "3", seen: "0" }), step("itemsDone", {})];
    const of = (requester: Taken["requester"]) => all(letter("answer", { requester }, ...found));
    expect(of("patient")).toContain("used to treat you");
    for (const one of ["representative", "parent", "court"] as const) {
      expect(of(one)).toContain("used to treat the patient");
      expect(of(one)).not.toContain("treat you");
    }
    for (const one of ["worker", "enquirer"] as const) expect(of(one)).not.toContain("treat");
    const none = [step("search", { papers: "0", seen: "0" }), step("itemsDone", {})];
    expect(all(letter("answer", {}, ...none))).toContain("found nothing that we hold");
    expect(all(letter("answer", {}, ...none))).not.toContain("all of it");
    const together = all(
      letter("answer", {}, ...found, step("handOver", { how: "together", day: "2026-11-20" })),
    );
    expect(together).toContain("took no copy");
    expect(together).not.toContain("all of it");
  });
  test("reads as sentences: no key of a list, no small letter at a beginning, nothing twice, in every nation", () => {
    const grounded = Object.keys(decideGrounds).map(
      (ground) => [ground, "whole", "part", "refused"] as const,
    );
    for (const nation of nations)
      for (const kind of requestKinds.filter((one) => !isAboutPapers(one)))
        for (const [ground, ...outcomes] of grounded)
          for (const outcome of outcomes) {
            const said = step("decide", { outcome, ground, reason: "We looked at it." });
            const { text, rights } = letter("answer", { kind, nation }, said);
            expect(text.filter((one) => !/^[A-Z].*\.$/.test(one))).toEqual([]);
            expect(new Set(text).size).toBe(text.length);
            expect(text.join(" ").match(/complaint is (?:not )?right/g)?.length ?? 0).toBe(0);
            expect(rights).toHaveLength(3);
          }
  });
  test("a restriction that was set is lifted after a letter of its own, with all rights", () => {
    const kept = [
      step("decide", { outcome: "whole", ground: "done", reason: "So." }),
      step("handOver", { how: "letter", day: "2026-11-20" }),
    ];
    const facts = factsOf({ ...taken, kind: "restriction" }, kept, "h");
    expect(lettersOf(facts, kept)).toContain("lift");
    expect(lettersOf(factsOf({ ...taken, kind: "restriction" }, [], "h"), [])).not.toContain("lift");
    const said = letter("lift", { kind: "restriction" }, ...kept);
    expect(said.text.join(" ")).toContain("before we lift");
    expect(said.rights).toHaveLength(3);
  });
  test("who they are: the clock waits only where they were asked at once, and never of a complaint", () => {
    const of = (kind: Taken["kind"], askedOn: string) =>
      all(letter("identity", { kind, doubt: true }, step("identityAsked", { day: askedOn })));
    expect(of("access", "2026-11-03")).toContain("begins when we know");
    expect(of("access", "2026-11-20")).not.toContain("begins");
    expect(of("complaint", "2026-11-03")).not.toContain("begins");
    // Asked within 14 days, the first being the day on which it came (Access to Health Records Act 1990, s.3(6)).
    expect(of("access-dead", "2026-11-15")).toContain("begins when we know");
    expect(of("access-dead", "2026-11-16")).not.toContain("begins");
  });
  test("each letter comes with what it is about", () => {
    const of = (more: Partial<Taken>, ...steps: Step[]) =>
      lettersOf(factsOf({ ...taken, ...more }, steps, "h"), steps);
    expect(of({})).toEqual([]);
    expect(of({ doubt: true })).toEqual(["identity"]);
    expect(of({ kind: "complaint" })).toEqual(["acknowledge"]);
    expect(
      of({}, step("which", { day: "2026-11-03" }), step("more", { day: "2026-11-20", counts: "no" })),
    ).toEqual(["which"]);
    for (const kind of letterKinds) expect(letter(kind, {}).text.join("")).not.toContain("undefined");
  });
});

describe("who has looked", () => {
  const look = (day: string, user: string, kind = "record.view") => ({
    day,
    user,
    kind,
    attribution: "account",
    occurredAt: `${day}T10:00:00.000Z`,
  });
  const request = {
    number: 31,
    kind: "access",
    receivedOn: "2026-11-02",
    endedOn: "2026-11-20",
    people: ["ana"],
  };
  test("an open request explains looks of those who work it, from its day to its end", () => {
    expect(explainedBy(look("2026-11-02", "ana"), [request])).toBe(request);
    expect(explainedBy(look("2026-11-20", "ana"), [request])).toBe(request);
    expect(explainedBy(look("2026-11-01", "ana"), [request])).toBeUndefined();
    expect(explainedBy(look("2026-11-21", "ana"), [request])).toBeUndefined();
    expect(explainedBy(look("2026-11-21", "ana"), [{ ...request, endedOn: "" }])).toBeDefined();
    expect(explainedBy(look("2026-11-10", "ben"), [request])).toBeUndefined();
  });
  test("days and purposes; staff only where the letter is told to name them", () => {
    const looks = looksOf(
      [look("2026-11-10", "ana"), look("2026-11-10", "ana"), look("2026-11-12", "ben", "record.export")],
      [request],
      (id) => ({ ana: "Ana Nowak", ben: "Ben Achebe" })[id] ?? "",
    );
    expect(looks.map(({ day, times, why }) => [day, times, why])).toEqual([
      ["2026-11-12", 1, "exported; the log holds no purpose"],
      ["2026-11-10", 2, "opened to answer your own request"],
    ]);
    const said = (named: boolean) =>
      all(looksLetter({ looks, since: "2024-11-30", more: false }, named, "2026-11-30"));
    expect(said(false)).not.toMatch(/Nowak|Achebe/);
    expect(said(true)).toContain("12 November 2026: exported; the log holds no purpose (Ben Achebe)");
  });
});
