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
  wrongIn(kind, { facts: factsOf({ ...taken, ...more }, steps, "h"), data, today, legalForm: "body", ...rest });

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
