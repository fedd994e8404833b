import { describe, expect, it } from "vitest";
import { leaveOut, sentenceError } from "#lib/format/screened-words.ts";

describe("a sentence that has to leave a patient out", () => {
  it("names the words, and what to say instead", () => {
    expect(leaveOut("I put the letter for Mrs Ellery in the envelope of the next patient.")).toBe(
      "Leave out “Mrs Ellery”. Say “the patient”",
    );
    expect(leaveOut("The letter had 999 100 5919 on it.")).toContain("999 100 5919");
  });

  it("lets go what names nobody", () => {
    expect(leaveOut("I put a letter into the envelope of another patient.")).toBeUndefined();
    expect(sentenceError("   ", "Say what happened")).toBe("Say what happened");
  });
});
