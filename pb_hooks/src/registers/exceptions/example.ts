import { keyedText } from "../../base/keyed-text.ts";
import { newId } from "../../base/new-id.ts";
import type { Staging } from "../../story/staging.ts";
import { keepAsked, keepUsed } from "./keep.ts";

/** A letter that went out by exception, one that was not approved, and a question that nobody answered in time. */
export function planExceptions(stage: Staging): void {
  const { tx, calendar, ids } = stage;
  const day = (daysAgo: number) => calendar.workday(daysAgo);
  const digest = (what: string) => `k1:${keyedText(`example\n${what}`)}`;
  const wanted = (letter: string) => ({ document: digest(letter), recipient: digest(`to ${letter}`) });
  const at = { browser: ids.browser("desk-1"), person: ids.person("tom") };
  let first = "";
  stage.plan(calendar.at(day(31), 10, 20), () => {
    const why = { reason: "needed-now", words: "The surgery waits for it and has no other way." } as const;
    first = keepAsked(tx, at, { ...wanted("first"), ...why }).id;
  });
  stage.plan(calendar.at(day(31), 10, 45), () => {
    stage.act("amara", "mail_exceptions.approve", {}, { collection: "mail_exceptions", id: first });
  });
  stage.plan(calendar.at(day(31), 11, 5), () => {
    keepUsed(tx, at, { ...wanted("first"), id: first, trace: newId() });
  });
  let second = "";
  stage.plan(calendar.at(day(24), 15, 10), () => {
    const why = { reason: "patient-asked", words: "It was asked for on the telephone." } as const;
    second = keepAsked(tx, at, { ...wanted("second"), ...why }).id;
  });
  stage.plan(calendar.at(day(24), 15, 50), () => {
    const data = { answer: "Please send it by the approved system." };
    stage.act("amara", "mail_exceptions.refuse", data, { collection: "mail_exceptions", id: second });
  });
  stage.plan(calendar.at(day(17), 16, 30), () => {
    const why = { reason: "system-down", words: "The clinical system is down this afternoon." } as const;
    keepAsked(tx, at, { ...wanted("third"), ...why });
  });
}
