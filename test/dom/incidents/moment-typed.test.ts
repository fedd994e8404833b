import { describe, expect, it } from "vitest";
import { offsetIn } from "#lib/format/offset-at.ts";
import { instantTyped, momentError, type TypedMoment, typedFrom } from "#lib/moment/moment-typed.ts";

const london = offsetIn("Europe/London");
const now = Date.parse("2026-11-20T11:16:00Z");
const typed = (
  day: string,
  month: string,
  year: string,
  hour: string,
  minute: string,
  which: TypedMoment["which"] = "",
) => ({ day, month, year, hour, minute, which }) satisfies TypedMoment;

describe("a time typed on the clinic's clocks", () => {
  it("asks which, in the hour that comes twice, and never guesses", () => {
    const twice = typed("25", "10", "2026", "1", "30");
    expect(instantTyped(twice, london)).toBe("");
    expect(momentError(twice, london, now)).toMatch(/came twice/);
    expect(instantTyped({ ...twice, which: "first" }, london)).toBe("2026-10-25T00:30:00.000Z");
    expect(instantTyped({ ...twice, which: "second" }, london)).toBe("2026-10-25T01:30:00.000Z");
  });

  it("knows which of two an instant is when it is shown again", () => {
    expect(typedFrom("2026-10-25T00:30:00.000Z", london).which).toBe("first");
    expect(typedFrom("2026-10-25T01:30:00.000Z", london).which).toBe("second");
    expect(typedFrom("2026-10-26T01:30:00.000Z", london).which).toBe("");
  });

  it("refuses the hour that never was, the future, and what is no time", () => {
    expect(momentError(typed("29", "3", "2026", "1", "30"), london, now)).toMatch(/never was/);
    expect(momentError(typed("20", "11", "2026", "12", "40"), london, now)).toBe(
      "Enter a time before now. It is 11:16",
    );
    expect(momentError(typed("31", "2", "2026", "10", "0"), london, now)).toMatch(/^Enter a day/);
    expect(momentError(typed("20", "11", "2026", "", ""), london, now)).toMatch(/^Enter a day/);
    expect(momentError(typed("20", "11", "2026", "24", "00"), london, now)).toMatch(/^Enter a day/);
    expect(momentError(typed("20", "11", "2026", "10", "40"), london, now)).toBeUndefined();
  });

  it("takes summer time into account", () => {
    expect(instantTyped(typed("24", "10", "2026", "15", "00"), london)).toBe("2026-10-24T14:00:00.000Z");
    expect(instantTyped(typed("20", "11", "2026", "15", "00"), london)).toBe("2026-11-20T15:00:00.000Z");
  });
});
