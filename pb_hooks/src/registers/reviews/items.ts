import { shortDate } from "#domain/base/local-words";
import { incidentItem } from "#domain/registers/incidents/for-review";
import { comesBack, topicKeys, topicsOf } from "#domain/registers/reviews/agenda";
import { itemsOf } from "#domain/registers/reviews/fill";
import { type Draft, type ItemFacts, isOwnLine, ownLines, storedFacts } from "#domain/registers/reviews/item";
import { execute } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { listIn, newRecord, writeRow } from "../../base/rows.ts";
import { noteChange } from "../../ledger/chain/row-changes.ts";
import { incidentOf } from "../incidents/gives/for-review.ts";
import { isOfIncident } from "./concerned.ts";
import { broughtAt, lastAsked } from "./gather.ts";
import type { Weeks } from "./this-week.ts";

/**
 * Fills a review as of now. Items are known by topic and subject: what is there is filled anew, what came is added, and
 * what is settled meanwhile needs no decision. The act's own event stands for all of them.
 */
export function fillItems(tx: pb.App, review: pb.Record, weeks: Weeks, nowMs: number, by: string): void {
  const asked = lastAsked(tx, "access-rights")?.weekOf;
  const topics = topicsOf(review.getString("weekOf"), asked === undefined ? {} : { "access-rights": asked });
  const all = withPutOff(tx, itemsOf(topics, broughtAt(tx, nowMs, weeks.today)));
  execute(
    tx,
    "UPDATE review_items SET decision = 'nothing-to-decide', position = 999 WHERE review = {:review} AND decision = ''",
    { review: review.id },
  );
  for (const [position, draft] of all.entries()) putItem(tx, review.id, draft, position, by);
}

/** Writes an item; one of the same topic and subject is filled anew. */
export function putItem(tx: pb.App, review: string, draft: Draft, position: number, by: string): void {
  const { key, subject, title } = draft;
  const filled = {
    position,
    title: title.slice(0, 300),
    facts: JSON.stringify(storedFacts(draft)),
    concerned: JSON.stringify(draft.concerned),
    decision: draft.quiet ? "nothing-to-decide" : "",
  };
  const same = { review, key, subject };
  const [there] = tx.findRecordsByFilter(
    "review_items",
    "review = {:review} && key = {:key} && subject = {:subject}",
    "",
    1,
    0,
    same,
  );
  if (there) {
    execute(
      tx,
      `UPDATE review_items SET position = {:position}, title = {:title}, facts = {:facts}, concerned = {:concerned},
       decision = {:decision}, version = version + 1
     WHERE id = {:id}`,
      { ...filled, id: there.id },
    );
    noteChange(tx, { collection: "review_items", id: there.id, version: there.getInt("version") + 1 }, by);
    return;
  }
  writeRow(
    tx,
    newRecord(tx, "review_items", {
      ...filled,
      facts: storedFacts(draft),
      concerned: draft.concerned,
      id: newId(),
      review,
      key,
      subject,
      version: 1,
    }),
  );
}

/**
 * The drafts with what the last signed review put off or left open, each with the reason why it waited and how often it has
 * by now: as it stands now, first of its topic, and on its own where nothing new brings it onto the agenda. An action that
 * is verified meanwhile stays settled.
 */
function withPutOff(tx: pb.App, drafts: readonly Draft[]): Draft[] {
  const [last] = tx.findRecordsByFilter("reviews", "state = 'signed'", "-weekOf", 1, 0);
  if (!last) return [...drafts];
  const week = last.getString("weekOf");
  const all = [...drafts];
  const again = `review = {:last} && (${comesBack.map((one) => `decision = '${one}'`).join(" || ")})`;
  for (const item of tx.findRecordsByFilter("review_items", again, "position", 0, 0, { last: last.id })) {
    const at = all.findIndex((draft) => isSame(draft, item));
    const there = all[at];
    if (there?.quiet && there.subject !== "" && there.key === "last-actions") continue;
    const stands = there && !there.quiet ? there : asItStands(tx, item);
    if (stands === undefined) continue;
    if (at >= 0) all.splice(at, 1);
    all.push(waited(stands, item, week));
  }
  // Each under its topic, in the order of the agenda.
  return all.sort(
    (one, other) =>
      topicKeys.indexOf(one.key) - topicKeys.indexOf(other.key) ||
      Number(other.facts.putOff !== undefined) - Number(one.facts.putOff !== undefined),
  );
}

/** An incident is one item, whichever topic it stands under this week. */
function isSame({ key, subject }: Draft, item: pb.Record): boolean {
  const [topic, about] = [item.getString("key"), item.getString("subject")];
  return subject === about && (key === topic || (about !== "" && isOfIncident(key) && isOfIncident(topic)));
}

const factsIn = (item: pb.Record): ItemFacts => JSON.parse(item.getString("facts")) as ItemFacts;

function waited(draft: Draft, item: pb.Record, week: string): Draft {
  const before = factsIn(item).putOff;
  const left = item.getString("decision") === "leave";
  const putOff = {
    times: (before?.times ?? 0) + 1,
    since: before?.since ?? week,
    reason: item.getString("reason"),
    ...(left && { left }),
  };
  const lines = draft.facts.lines.filter(({ name }) => name === ownLines.open || !isOwnLine(name));
  const often =
    putOff.times > 1
      ? [
          {
            name: ownLines.often,
            words: `${putOff.times} times, since the week of ${shortDate(putOff.since)}`,
          },
        ]
      : [];
  const said = [
    ...lines.slice(0, 38),
    { name: left ? ownLines.left : ownLines.putOff, words: putOff.reason },
    ...often,
  ];
  return { ...draft, quiet: false, facts: { ...draft.facts, lines: said, putOff } };
}

/** What was put off as it stands now; undefined of a case that is no longer for the meeting. */
function asItStands(tx: pb.App, item: pb.Record): Draft | undefined {
  const key = item.getString("key") as Draft["key"];
  const subject = item.getString("subject");
  if (subject !== "" && isOfIncident(key)) {
    const breach = tx.findRecordById("breaches", subject);
    if (breach.getBool("confidential") || breach.getString("about") !== "") return undefined;
    return incidentItem(key)(incidentOf(tx, breach));
  }
  const { open = "", putOff: _, ...facts } = factsIn(item);
  return {
    key,
    subject,
    title: item.getString("title"),
    facts,
    concerned: listIn<string>(item, "concerned"),
    quiet: false,
    open,
  };
}
