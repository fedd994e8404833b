import { expect, test } from "vitest";
import { exceptionItems } from "#domain/registers/exceptions/for-review";

const none = { asked: 0, approved: 0, refused: 0, used: 0, ended: 0, senders: [] };

test("a week without exceptions is no item", () => {
  expect(exceptionItems(none)).toEqual([]);
});

test("one that went nowhere needs nobody; a document that went out is looked at by somebody who didn’t send it", () => {
  const [refused] = exceptionItems({ ...none, asked: 1, refused: 1 });
  expect(refused).toMatchObject({ key: "mail", quiet: true, concerned: [] });
  const [went] = exceptionItems({ ...none, asked: 1, approved: 1, used: 1, senders: ["tom"] });
  expect(went).toMatchObject({ quiet: false, concerned: ["tom"] });
  expect(went?.facts.people).toEqual([{ as: "Sent by", user: "tom" }]);
  expect(went?.facts.figures).toContainEqual({ name: "Went out", value: "1" });
});
