import { describe, expect, test } from "vitest";
import type { HeldDocument } from "../../../extension/guard/judged.ts";
import { Memory } from "../../../extension/guard/memory.ts";
import { recipientsFrom } from "../../../extension/guard/recipients.ts";

describe("an attachment that went through the guard is known again", () => {
  const memory = new Memory();
  memory.saw("Ellery clinic letter (2).pdf");
  test.each([
    ["Ellery clinic letter (2).pdf", true],
    ["Ellery_clinic_letter__2_.pdf", true],
    ["Ellery clinic letter (2).pdf (12 KB)", true],
    ["Ellery clin…(2).pdf", true],
    ["Ellery clin...ter (2).pdf", true],
    ["Ellery clinic letter.pdf", false],
    ["Referral.pdf", false],
    ["", false],
  ])("%s: %s", (shown, known) => {
    expect(memory.knows(shown)).toBe(known);
  });
});

describe("what was let into a message", () => {
  const document_: HeldDocument = { kind: "file", name: "a.pdf", judged: { kind: "unread", why: "folder" } };
  const domains = { ownDomains: [], approvedDomains: [] };
  const recipients = recipientsFrom(["gp@surgery.example"], domains);
  const one = document.createElement("div");
  const two = document.createElement("div");

  test("belongs to that message, and is forgotten when it has gone", () => {
    const memory = new Memory();
    memory.add({ document: document_, recipients, root: one });
    expect(memory.letInto(one)).toHaveLength(1);
    expect(memory.letInto(two)).toHaveLength(0);
    memory.forget(one);
    expect(memory.letInto(one)).toHaveLength(0);
  });
});
