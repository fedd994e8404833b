import { describe, expect, test } from "vitest";
import { type Checking, wrongIn } from "#domain/registers/requests/checks";
import type { Step, StepKind, Taken } from "#domain/registers/requests/facts";
import { factsOf } from "#domain/registers/requests/fold";

const today = "2026-11-30";
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
const step = (kind: StepKind, data: Step["data"]): Step => ({
  ...{ kind, data, at: "2026-11-20T10:00:00.000Z", by: "u" },
});

/** What is wrong with this entry after these; the field and its word. */
const wrong = (
  kind: StepKind,
  data: Step["data"],
  steps: readonly Step[] = [],
  { more = {}, ...rest }: Partial<Omit<Checking, "facts" | "data">> & { readonly more?: Partial<Taken> } = {},
) =>
  wrongIn(kind, {
    facts: factsOf({ ...taken, ...more }, steps, "h"),
    data,
    today,
    legalForm: "body",
    by: "ana",
    ...rest,
  });

describe("what an opinion holds back", () => {
  const some = step("opinion", { answer: "some", day: "2026-11-20" });
  test("what is given needs no ground, and the item of serious harm has to stay back", () => {
    expect(wrong("item", { what: "page 14", fate: "given", ground: "serious-harm" }, [some])).toEqual({
      ...{ field: "ground", says: "What is given needs no ground." },
    });
    expect(wrong("item", { what: "page 14", fate: "given", view: "consents" }, [some])).toBeUndefined();
    // As it could be entered before this was refused.
    const given = step("item", { what: "page 14", fate: "given", ground: "serious-harm" });
    expect(wrong("itemsDone", {}, [some, given])?.says).toContain("holds something back");
    const held = step("item", { what: "page 14", fate: "held", ground: "serious-harm" });
    expect(wrong("itemsDone", {}, [some, given, held])).toBeUndefined();
  });
});

describe("who may sign, and who needs no opinion", () => {
  const opinion = { answer: "no", day: "2026-11-20", profession: "physiotherapist", number: "PH104417" };
  const onPaper = {
    field: "paper",
    says: "Nobody asked you: say that a professional signed it on paper.",
  };
  test("whoever was asked signs; anybody else says that a professional signed on paper", () => {
    const asked = [step("opinionAsked", { of: "ana" })];
    expect(wrong("opinion", opinion, asked)).toBeUndefined();
    for (const answer of ["no", "some", "cant"]) {
      expect(wrong("opinion", { ...opinion, answer })).toEqual(onPaper);
      expect(wrong("opinion", { ...opinion, answer }, asked, { by: "ben" })).toEqual(onPaper);
      expect(wrong("opinion", { ...opinion, answer, paper: "yes" })).toBeUndefined();
    }
  });
  test("in their own name: a registered profession of section 204 with its number, and no company", () => {
    const own = { why: "own-name", reason: "Mine." };
    const person = { legalForm: "person" } as const;
    const field = (data: Step["data"]) => wrong("opinionNotNeeded", { ...own, ...data }, [], person)?.field;
    expect(field({})).toBe("profession");
    expect(field({ profession: "counsellor", number: "1" })).toBe("profession");
    expect(field({ profession: "physiotherapist" })).toBe("number");
    expect(field({ profession: "physiotherapist", number: "12" })).toBe("number");
    expect(field({ profession: "physiotherapist", number: "PH104417" })).toBeUndefined();
    expect(wrong("opinionNotNeeded", { ...own, ...opinion })?.field).toBe("why");
  });
});

describe("what may not begin the month anew", () => {
  const doubt = { more: { doubt: true } };
  test("a question who they are that is entered too late", () => {
    expect(wrong("identityAsked", { day: "2026-11-27" }, [], doubt)).toBeUndefined();
    expect(wrong("identityAsked", { day: "2026-11-26" }, [], doubt)).toEqual({
      ...{ field: "day", says: "Entered too late to move the start." },
    });
  });
  test("a second round of who they are leaves the day of the first", () => {
    const known = (day: string) => step("identity", { how: "paper", right: "yes", day });
    const first = [step("identityAsked", { day: "2026-11-03" }), known("2026-11-05")];
    const again = [...first, step("back", { to: "identity" })];
    const facts = factsOf({ ...taken, doubt: true }, [...again, known("2026-11-25")], "h");
    expect([facts.identity, facts.identityOn]).toEqual([true, "2026-11-05"]);
    expect(factsOf({ ...taken, doubt: true }, again, "h").identity).toBe(false);
  });
  test("a fee after the limit; one while the clock stood in time may be asked", () => {
    const fee = { day: "2026-11-20", pounds: "10" };
    // Received 2 Nov: the month ends on 2 Dec.
    expect(wrong("fee", fee, [], { today: "2026-12-02" })).toBeUndefined();
    expect(wrong("fee", fee, [], { today: "2026-12-03" })?.says).toContain("does not begin it anew");
    const which = (day: string) => [step("which", { day })];
    expect(wrong("fee", fee, which("2026-11-30"), { today: "2026-12-20" })).toBeUndefined();
    expect(wrong("fee", fee, which("2026-12-03"), { today: "2026-12-20" })?.field).toBe("day");
    const asked = [step("identityAsked", { day: "2026-11-03" })];
    expect(wrong("fee", fee, asked, { ...doubt, today: "2026-12-20" })).toBeUndefined();
  });
});
