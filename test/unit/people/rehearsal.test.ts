import { expect, test } from "vitest";
import { type RuleTable, usualRules } from "#domain/clinic/mail-rules";
import { type Recorded, rehearse } from "#domain/clinic/rehearsal";

const held = (more: Partial<Recorded>): Recorded => ({
  channel: "mail",
  did: "block",
  strengths: ["strong"],
  groups: ["outside"],
  apart: false,
  count: 1,
  ...more,
});
const withMail = (mail: Partial<RuleTable["mail"]>): RuleTable => ({
  ...usualRules,
  mail: { ...usualRules.mail, ...mail },
});
const milder = withMail({ outside: { strong: "block", weak: "warn", unreadable: "block" } });

test("the table in force changes nothing", () => {
  const recorded = [held({ count: 4 }), held({ did: "warn", groups: ["own"], count: 2 })];
  expect(rehearse(usualRules, recorded)).toEqual({
    ...{ held: 6, same: 6, apart: 0, unknown: 0 },
    ...{ stricter: [], milder: [] },
  });
});

test("what would be dealt with more mildly, and more strictly, is told by cell, the most first", () => {
  const strict = withMail({ own: { strong: "block", weak: "warn", unreadable: "block" } });
  const both = { ...strict, mail: { ...strict.mail, outside: milder.mail.outside } };
  const found = rehearse(both, [
    held({ strengths: ["weak"], count: 3 }),
    held({ strengths: ["weak"], groups: ["unknown"], count: 2 }),
    held({ strengths: ["weak"], groups: ["outside", "own"], count: 1 }),
    held({ did: "warn", groups: ["own"], count: 7 }),
    held({ count: 5 }),
  ]);
  expect(found).toMatchObject({ held: 18, same: 5 });
  expect(found.milder).toEqual([
    { channel: "mail", to: "outside", strength: "weak", did: "block", does: "warn", count: 6 },
  ]);
  expect(found.stricter).toEqual([
    { channel: "mail", to: "own", strength: "strong", did: "warn", does: "block", count: 7 },
  ]);
});

test("the gravest of several recipients and of several documents decides", () => {
  const found = rehearse(milder, [
    held({ strengths: ["weak", "unreadable"], count: 1 }),
    held({ strengths: ["weak"], groups: ["outside", "patient"], count: 1 }),
  ]);
  expect(found).toMatchObject({ same: 2, milder: [] });
});

test("what no table decides, and what was recorded without its rule, is counted apart", () => {
  const found = rehearse(milder, [
    held({ strengths: ["weak"], apart: true, count: 2 }),
    held({ channel: undefined, did: undefined, count: 3 }),
    held({ strengths: ["none"], count: 4 }),
  ]);
  expect(found).toMatchObject({ held: 9, apart: 2, unknown: 7, same: 0, milder: [], stricter: [] });
});
