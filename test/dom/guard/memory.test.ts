import { beforeEach, describe, expect, test } from "vitest";
import { Memory } from "../../../extension/guard/message/memory.ts";
import { recipientsFrom } from "../../../extension/guard/message/recipients.ts";
import type { HeldDocument } from "../../../extension/guard/settle/judged.ts";

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

  const trace = "t".repeat(15);
  const nobody = recipientsFrom([], domains);
  const letIn = { document: document_, recipients, root: one, trace };
  beforeEach(() => document.body.replaceChildren(one, two));

  test("belongs to that message, and the next one at its place starts anew", () => {
    const memory = new Memory();
    memory.add(letIn);
    expect(memory.letInto(one)).toHaveLength(1);
    expect(memory.letInto(two, ["a.pdf"])).toHaveLength(0);
    expect([memory.traceOf(one), memory.traceOf(two)]).toEqual([trace, undefined]);
    memory.sent(one, recipients);
    expect(memory.letInto(one)).toHaveLength(0);
    expect(memory.traceOf(one)).toBeUndefined();
  });

  test("stays where the page could not have sent it: to nobody, or with its name still shown", () => {
    const memory = new Memory();
    memory.add({ ...letIn, recipients: nobody });
    memory.sent(one, nobody);
    expect(memory.letInto(one)).toHaveLength(1);
    memory.sent(one, recipients);
    expect(memory.letInto(one, ["a.pdf (12 KB)"])).toMatchObject([{ recipients, trace }]);
    expect(memory.letInto(one, ["b.pdf"])).toHaveLength(0);
  });

  test("is known again where the page drew the message anew", () => {
    const memory = new Memory();
    memory.add(letIn);
    one.remove();
    expect(memory.letInto(two, ["a.pdf"])).toHaveLength(1);
    expect(memory.letInto(two, ["b.pdf"])).toHaveLength(0);
    memory.add({ ...letIn, root: two, trace: "u".repeat(15) });
    expect(memory.letInto(two, ["a.pdf"])).toMatchObject([{ trace: "u".repeat(15) }]);
  });
});
