import { describe, expect, test } from "vitest";
import { usualRules } from "#domain/clinic/mail-rules";
import { details } from "#domain/ledger/event-kinds";
import { composeDialog } from "../../../extension/dialog/compose-dialog.ts";
import { wrongWith } from "../../../extension/dialog/panels.ts";
import { recipientTextsIn } from "../../../extension/guard/message/recipient-fields.ts";
import {
  openlyOutside,
  type Recipients,
  recipientsFrom,
} from "../../../extension/guard/message/recipients.ts";
import { oneForException } from "../../../extension/guard/settle/exception.ts";
import { outcomeOf, releases } from "../../../extension/guard/settle/outcome.ts";
import { heldDetail } from "../../../extension/guard/settle/report.ts";
import { asksOnly, ruleTold } from "../../../extension/guard/settle/ruling.ts";
import { leaveOut } from "../../../extension/reports/leave-out.ts";
import { named, situation, situations } from "../../support/situations.ts";

const shown = (name: string) => composeDialog(situations[name] ?? situation());

describe("the sentence says what was seen", () => {
  test.each([
    [
      "strong",
      "This letter has not been attached",
      "This letter names a patient: NHS number ending 5919, date of birth, clinic letter downloaded from Cliniko at 10:32.",
    ],
    [
      "weak",
      "This file has not been attached",
      "This file may name a patient: full name, a diagnosis, downloaded from Cliniko at 10:32.",
    ],
    ["several", "2 of 3 files have not been attached", "Two name patients. The third has been attached."],
    [
      "text",
      "This message has not been sent",
      "This text names a patient: NHS number ending 5919, a diagnosis, a medicine.",
    ],
    [
      "unreadable",
      "This file has not been attached",
      "This file can’t be checked: it is locked with a password, so it may or may not name a patient.",
    ],
    [
      "late",
      "This file has not been attached",
      "This file could not be checked in time: 3 of 12 pages were read, and nothing about a patient was seen in them.",
    ],
    [
      "inside",
      "This letter is about a patient",
      "It names a patient: NHS number ending 5919, date of birth, clinic letter downloaded from Cliniko at 10:32. Everyone in To is at Harbour Aesthetics & Physio and can open it in Cliniko.",
    ],
    [
      "forwarded",
      "This message has not been sent",
      "A file in this message names a patient: NHS number ending 5919, date of birth, clinic letter downloaded from Cliniko at 10:32.",
    ],
  ])("%s", (name, title, seen) => {
    expect(shown(name)).toMatchObject({ title, seen });
  });
});

describe("papers about members of staff have words of their own", () => {
  const paper = named("sick note.pdf", {
    strength: "weak",
    about: "staff",
    patients: 0,
    findings: [{ kind: "staff-paper", start: 0, end: 1, weight: 0 }],
  });
  const { provenance: _, ...judged } = paper.judged as Extract<typeof paper.judged, { kind: "verdict" }>;
  const sickNote = { ...paper, judged };
  const spoken = (more: Parameters<typeof situation>[0]) => composeDialog(situation(more));

  test("they are sent through no clinical system, and no patient is spoken of", () => {
    const model = spoken({ held: [sickNote] });
    expect(model.seen).toBe("This file seems to be about a member of staff.");
    expect(model.rule?.said).toBe("Papers about the people who work here are confidential too.");
    expect(model.second).toBeUndefined();
    expect(model.rows.map(({ label }) => label)).toEqual([
      "It isn\u2019t about a member of staff",
      "Send anyway because\u2026",
    ]);
    expect(model.anyway?.reasons.map(([reason]) => reason)).toEqual(["law-requires", "other"]);
    const said = JSON.stringify({ ...model, not: undefined, keys: [] });
    expect(said).not.toMatch(/patient|Cliniko/);
  });

  test("several, or one among files that were fine", () => {
    expect(spoken({ held: [sickNote], passed: ["rota.xlsx"] }).seen).toContain(
      "One seems to be about a member of staff.",
    );
    expect(spoken({ held: [sickNote, sickNote] }).seen).toBe("Two seem to be about members of staff.");
    expect(spoken({ held: [sickNote, sickNote] }).rows.map(({ label }) => label)).toContain(
      "They aren\u2019t about members of staff",
    );
  });

  test("beside a patient\u2019s the patient\u2019s words stand", () => {
    const model = spoken({ held: [sickNote, named()] });
    expect(model.seen).toBe("Two may not go by e-mail.");
    expect(model.second?.label).toBe("Send both through Cliniko instead");
  });

  test("inside the clinic, and where there is no override", () => {
    const inside = { all: [{ shown: "jo@harbour.example", group: "own" as const }] };
    expect(spoken({ held: [sickNote], recipients: inside }).title).toBe(
      "This file is about a member of staff",
    );
    expect(spoken({ held: [sickNote], mayOverride: false }).rule?.strong).toBe(
      "Papers about staff can\u2019t go to outside addresses by e-mail.",
    );
  });
});

describe("the ways on", () => {
  test.each([
    [
      "strong",
      "Remove it",
      "Send it through Cliniko instead",
      ["It isn’t a patient document", "Send anyway because…"],
    ],
    [
      "several",
      "Remove both",
      "Send both through Cliniko instead",
      ["Choose for each file", "They aren’t patient documents", "Send both anyway because…"],
    ],
    [
      "unreadable",
      "Remove it",
      "Choose an unlocked copy",
      ["Send it through Cliniko instead", "It isn’t a patient document", "Send anyway because…"],
    ],
    [
      "late",
      "Remove it",
      "Keep checking",
      ["Send it through Cliniko instead", "It isn’t a patient document", "Send anyway because…"],
    ],
    ["inside", "Remove it", undefined, ["Attach it"]],
    [
      "text",
      "Go back to the message",
      "Send it through Cliniko instead",
      ["It isn’t about a patient", "Send anyway because…"],
    ],
    ["blocked", "Remove it", "Send it through Cliniko instead", ["It isn’t a patient document"]],
  ])("%s", (name, first, second, rows) => {
    const model = shown(name);
    expect(model.first.label).toBe(first);
    expect(model.second?.label).toBe(second);
    expect(model.rows.map(({ label }) => label)).toEqual(rows);
  });
});

test("a review is promised only where the clinic holds one", () => {
  expect(JSON.stringify(shown("strong"))).not.toMatch(/review/);
  const held = composeDialog(
    situation({ clinic: { name: "Harbour", approvedSystem: "Cliniko", reviewDay: "Friday" } }),
  );
  expect(held.rows.at(-1)?.hint).toBe("Needs a reason. It is read in Friday’s review.");
  expect(held.anyway?.recorded).toContain("It is read in Friday’s review.");
});

test("no dialog says please, sorry, warning, violation, risk to the person, or ends with a shout", () => {
  for (const each of Object.values(situations)) {
    const { anyway: _, ...model } = composeDialog(each);
    expect(JSON.stringify(model)).not.toMatch(/please|sorry|warning|violation|sensitive|unauthori[sz]ed|!/i);
  }
});

describe("“It isn’t a patient document” is no cheaper than “Send anyway”", () => {
  const inside = { all: [{ shown: "reception@harbour.example", group: "own" as const }] };
  const weak = situations.weak ?? situation();
  test.each([
    ["strong, to somebody outside", situation(), true],
    ["strong, pasted", situation({ moment: "paste" }), true],
    [
      "strong, at Send, where no address could be read",
      situation({ moment: "send", recipients: { all: [] } }),
      true,
    ],
    ["one of several is strong", situation({ held: [...weak.held, named()] }), true],
    ["strong, and nobody typed yet: asked again at Send", situation({ recipients: { all: [] } }), false],
    ["weak", weak, false],
    ["locked", situations.unreadable ?? situation(), false],
    ["strong, inside the clinic", situation({ recipients: inside }), false],
    ["without an override nothing goes, and no reason is asked", situation({ mayOverride: false }), false],
  ])("%s: a reason is asked: %s", (_, each, asked) => {
    const model = composeDialog(each);
    expect(model.notBecause !== undefined).toBe(asked);
    expect(model.not !== undefined && asked).toBe(false);
    if (!asked) return;
    const row = model.rows.find(({ opens }) => opens === "not");
    expect(row?.hint).toBe("Needs a reason. Whoever is on duty is asked about it today.");
    expect(model.notBecause?.reasons.map(([reason]) => reason)).toEqual([
      "no-real-person",
      "not-of-a-patient",
      "misread",
      "other",
    ]);
    expect(model.notBecause?.recorded).toContain("Whoever is on duty is asked about it today.");
  });

  test("the reason goes with the outcome, which stays the detector's false alarm, and fits its schema", () => {
    const because = { reason: "misread", sentence: "It is a price list." } as const;
    const ended = outcomeOf({ act: "not-patient", because }, situation());
    expect(ended).toEqual({ outcome: "not-a-patient-document", ...because });
    const detail = { v: 1, adapter: "roundcube", files: 1, strength: "strong", ...ended };
    expect(details["mail.outcome"].safeParse(detail).success).toBe(true);
  });
});

test("without an override nothing is released by any choice", () => {
  const blocked = situation({ mayOverride: false });
  expect(releases({ act: "not-patient" }, blocked)).toBe(false);
  expect(outcomeOf({ act: "not-patient" }, blocked)).toEqual({ outcome: "disputed" });
});

test("an event holds kinds, counts and keys, and fits its schema; no name, ending or address", () => {
  for (const each of Object.values(situations)) {
    const facts = {
      adapter: "roundcube",
      how: "chosen" as const,
      held: each.held,
      recipients: each.recipients,
    };
    const detail = heldDetail({ ...facts, shown: composeDialog(each).keys });
    expect(details["mail.held"].parse(detail)).toEqual(detail);
    expect(JSON.stringify(detail)).not.toMatch(/Ellery|5919|northquay|harbour|\.pdf|10:32/);
  }
});

test("forty keys are the most that an event takes", () => {
  const many = situation({ held: [named(), named("b"), named("c")], passed: ["d"] });
  expect(composeDialog(many).keys.length).toBeLessThanOrEqual(40);
});

describe("a sentence that leaves the browser names nobody", () => {
  test.each([
    ["The patient is in their 14:00 clinic and they have no letter.", undefined],
    ["", ["error.sentence", ""]],
    ["x".repeat(301), ["error.long", ""]],
    ["Mrs Ellery is in their 14:00 clinic.", ["error.leave-out", "Mrs Ellery"]],
    ["Number 999 100 5919 asked.", ["error.leave-out", "999 100 5919"]],
  ])("%s", async (sentence, wrong) => {
    expect(await wrongWith(sentence, async (text) => leaveOut(text))).toEqual(wrong);
  });

  test("does not leave where nobody could look at it", async () => {
    expect(await wrongWith("They asked for it.", async () => undefined)).toEqual(["error.not-screened", ""]);
  });
});

describe("where the clinic’s table only warns", () => {
  const warned = situation({
    does: "warn",
    held: [named("note.txt", { strength: "weak" })],
    mayOverride: false,
  });

  test("it goes with a click, outside too, and that is on record as such", () => {
    const model = composeDialog(warned);
    expect(model.rows.map(({ label }) => label)).toEqual(["Attach it", "It isn’t a patient document"]);
    expect(model.rule?.said).toBe("Clinic rule: look at it first. You decide whether it goes.");
    expect(releases({ act: "attach" }, warned)).toBe(true);
    expect(outcomeOf({ act: "attach" }, warned)).toEqual({ outcome: "attached-warned" });
    expect(model.anyway).toBeUndefined();
  });

  test("it can be said to be none of a patient, which lets it go", () => {
    expect(composeDialog(warned).not).toBeDefined();
    expect(releases({ act: "not-patient" }, warned)).toBe(true);
  });
});

test("a clinic that blocks inside too says so of these addresses", () => {
  const inside = { all: [{ shown: "a@harbour.example", group: "own" as const }] };
  const model = composeDialog(situation({ does: "block", recipients: inside, mayOverride: false }));
  expect(model.rule?.strong).toBe("Patient documents can’t go to these addresses by e-mail.");
  expect(releases({ act: "not-patient" }, situation({ does: "block", mayOverride: false }))).toBe(false);
});

describe("an exception", () => {
  test("is offered for one document and one address, and only where the table blocks", () => {
    const row = (more: object) =>
      composeDialog(situation({ oneForOne: true, ...more })).rows.find(({ opens }) => opens === "exception");
    expect(row({})?.label).toBe("Use an approved exception");
    expect(row({ mayOverride: false })).toBeDefined();
    expect(row({ does: "warn" })).toBeUndefined();
    expect(row({ oneForOne: false })).toBeUndefined();
  });

  test("lets the document go, on record as such", () => {
    expect(releases({ act: "exception" }, situation({ mayOverride: false }))).toBe(true);
    expect(outcomeOf({ act: "exception" }, situation())).toEqual({ outcome: "by-exception" });
  });

  const letter = { ...named(), content: new File(["x"], "letter.pdf") };
  const to = (...shown: [string, "own" | "outside" | "unknown"][]) => ({
    all: shown.map(([address, group]) => ({ shown: address, group })),
  });
  test.each([
    ["one address outside", [letter], to(["gp@surgery.example", "outside"]), true],
    ["beside a colleague", [letter], to(["gp@surgery.example", "outside"], ["a@h.example", "own"]), true],
    ["two outside", [letter], to(["gp@surgery.example", "outside"], ["b@x.example", "outside"]), false],
    ["nobody yet", [letter], to(), false],
    ["one that can’t be resolved", [letter], to(["Dr Moss", "unknown"]), false],
    ["two documents", [letter, letter], to(["gp@surgery.example", "outside"]), false],
    ["one that was not opened here", [named()], to(["gp@surgery.example", "outside"]), false],
  ] as const)("%s", (_, held, recipients, may) => {
    expect(oneForException(held, recipients) !== undefined).toBe(may);
  });
});

describe("whose the address is", () => {
  const another: Recipients = {
    all: [{ shown: "j.moss@post.example", group: "outside", another: true }],
  };
  test("an address on another patient’s record is said, and sent to only with a reason", () => {
    const model = composeDialog(situation({ recipients: another }));
    expect(model.title).toBe("Not attached: the document and the address belong to different patients");
    expect(model.seen).toMatch(/The address is on another patient’s record\.$/);
    expect(model.rows.at(-1)).toMatchObject({ label: "The address is right", opens: "anyway" });
    expect(composeDialog(situation({ recipients: another, moment: "send" })).title).toMatch(/^Not sent/);
  });

  test("no table lets it go with a click", () => {
    const outside = { strong: "warn", weak: "warn", unreadable: "warn" } as const;
    const rules = {
      table: { ...usualRules, mail: { ...usualRules.mail, outside } },
      channel: "mail",
      told: true,
    } as const;
    expect(asksOnly(rules, [named()], situation().recipients)).toBe(true);
    expect(asksOnly(rules, [named()], another)).toBe(false);
    expect(
      heldDetail({
        adapter: "gmail",
        how: "chosen",
        held: [named()],
        recipients: another,
        shown: [],
        ...ruleTold(rules, [named()], another),
      }).another,
    ).toBe(true);
  });
});

describe("many outside addresses in To", () => {
  const many: Recipients = recipientsFrom(
    Array.from({ length: 12 }, (_, n) => `person${n}@post.example`),
    { ownDomains: ["harbour.example"], approvedDomains: [] },
  );
  const asked = situation({ moment: "send", held: [], recipients: many, openly: openlyOutside(many) });

  test("are asked about though nothing was seen in the message", () => {
    const model = composeDialog(asked);
    expect(model.seen).toBe(
      "12 outside addresses stand in To or Cc, where each of them sees all the others.",
    );
    expect(model.first).toEqual({ label: "Go back to the message", act: "remove" });
    expect(outcomeOf({ act: "attach" }, asked)).toEqual({ outcome: "attached-warned" });
    const detail = heldDetail({
      adapter: "gmail",
      how: "typed",
      held: [],
      recipients: many,
      shown: model.keys,
      openly: 12,
    });
    expect(details["mail.held"].parse(detail)).toMatchObject({ strength: "none", openly: 12 });
  });

  test("stand beside what was seen", () => {
    expect(composeDialog({ ...asked, held: [named()] }).seen).toMatch(
      /12 outside addresses stand in To or Cc/,
    );
  });

  test.each([
    ["To", `<input name="to" value="a@post.example, b@post.example">`, 2],
    [
      "Bcc",
      `<label>Bcc <input aria-label="Recipients" name="x" type="email" value="a@post.example"></label>`,
      0,
    ],
    ["a chip in Bcc", `<div aria-label="Bcc"><span data-email="a@post.example"></span></div>`, 0],
    ["both", `<input name="bcc" value="a@post.example"><input name="to" value="a@post.example">`, 1],
    ["colleagues", `<input name="to" value="a@harbour.example">`, 0],
  ])("counts those in %s as others see them", (_, html, count) => {
    document.body.innerHTML = html;
    const domains = { ownDomains: ["harbour.example"], approvedDomains: [] };
    expect(openlyOutside(recipientsFrom(recipientTextsIn(document), domains))).toBe(count);
  });
});
