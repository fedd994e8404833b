import { canonicalJson } from "#domain/base/canonical-json";
import { keyCode } from "#domain/ledger/witness/code";
import type { Attendance } from "#domain/registers/reviews/acts";
import type { StoredDecision } from "#domain/registers/reviews/agenda";
import { factsLine, type ItemFacts } from "#domain/registers/reviews/item";
import { reviewMinutes } from "#domain/registers/reviews/minutes";
import { type Named, peopleNamed } from "#domain/registers/reviews/wider";
import type { Role } from "#domain/roles";
import { type ActionFacts, actionState } from "#domain/work/actions";
import { objectsOf } from "../../base/database.ts";
import { listIn } from "../../base/rows.ts";
import { iso } from "../../base/time.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { publicKey } from "../../ledger/chain/checkpoint.ts";
import { head } from "../../ledger/chain/head.ts";
import { concernedIn } from "./concerned.ts";

/** What signing freezes, as the text that is hashed. Call it in the transaction that signs, before the act's event. */
export function minutesText(
  tx: pb.App,
  review: pb.Record,
  signedAt: string,
  signedBy: string,
  today: string,
): string {
  const clinic = clinicOf(tx);
  const nameOf = namesOf(tx);
  const attendance = listIn<{ user: string; how: Attendance }>(review, "attendance");
  const items = tx.findRecordsByFilter("review_items", "review = {:id}", "position,id", 0, 0, {
    id: review.id,
  });
  const there = attendance.filter(({ how }) => how !== "apologies").map(({ user }) => user);
  const minutes = {
    v: 2,
    clinic: clinic?.getString("name") ?? "",
    timeZone: clinic?.getString("timeZone") ?? "UTC",
    number: review.getInt("number"),
    weekOf: review.getString("weekOf"),
    asOf: iso(review.getString("asOf")),
    heldAt: iso(review.getString("heldAt")),
    signedAt,
    signedBy: nameOf(signedBy),
    chair: nameOf(review.getString("chair")),
    deputyChair: nameOf(review.getString("deputyChair")),
    present: attendance
      .filter(({ how }) => how !== "apologies")
      .map(({ user, how }) => (how === "phone" ? `${nameOf(user)}, by telephone` : nameOf(user))),
    apologies: attendance.filter(({ how }) => how === "apologies").map(({ user }) => nameOf(user)),
    conflicts: items
      .flatMap((item) =>
        concernedIn(tx, item)
          .filter((user) => there.includes(user))
          .map((user) => ({ who: nameOf(user), item: item.getString("title") })),
      )
      .slice(0, 2_000),
    items: items.filter((item) => item.getString("key") !== "last-actions").map(itemIn),
    actions: actionsGiven(tx, review.id).map(({ text, owner, due }) => ({ text, owner: nameOf(owner), due })),
    lastActions: items
      .filter((item) => item.getString("key") === "last-actions" && item.getString("subject") !== "")
      .map((item) => lastAction(tx, item, nameOf, today))
      .slice(0, 2_000),
    learning: review.getString("learning"),
    missed: missedBefore(tx, review.getString("weekOf")),
    ledger: { ...head(tx), key: keyCode(publicKey(), $security.sha256) },
  };
  const frozen = reviewMinutes.parse(minutes);
  return canonicalJson({ ...frozen, people: peopleNamed(frozen, rolesOf(tx)).slice(0, 200) });
}

const factsIn = (item: pb.Record): ItemFacts => JSON.parse(item.getString("facts")) as ItemFacts;

function itemIn(item: pb.Record) {
  const facts = factsIn(item);
  return {
    title: item.getString("title"),
    facts: factsLine(facts),
    decision: item.getString("decision") as StoredDecision | "nothing-to-decide",
    reason: item.getString("reason"),
    ...(facts.open && { open: facts.open }),
  };
}

function lastAction(tx: pb.App, item: pb.Record, nameOf: (id: string) => string, today: string) {
  const [row] = objectsOf<ActionFacts>(
    tx,
    actionColumns,
    "SELECT owner, due, doneAt, doneBy, verifiedAt, cancelledAt FROM actions WHERE id = {:id}",
    { id: item.getString("subject") },
  );
  const decision = item.getString("decision");
  return {
    text: item.getString("title"),
    owner: nameOf(row?.owner ?? ""),
    state: row ? actionState(row, today) : "",
    ...(decision !== "nothing-to-decide" && {
      decision: decision as StoredDecision,
      reason: item.getString("reason"),
    }),
  };
}
const actionColumns = ["owner", "due", "doneAt", "doneBy", "verifiedAt", "cancelledAt"] as const;

const actionsGiven = (tx: pb.App, review: string) =>
  objectsOf<{ text: string; owner: string; due: string }>(
    tx,
    ["text", "owner", "due"],
    "SELECT text, owner, due FROM actions WHERE register = 'reviews' AND subject = {:review} AND cancelledAt = '' ORDER BY at, id LIMIT 2000",
    { review },
  );

/** Weeks not held since the review before this one. */
const missedBefore = (tx: pb.App, week: string) =>
  objectsOf<{ weekOf: string; reason: string }>(
    tx,
    ["weekOf", "reason"],
    `SELECT weekOf, missedReason AS reason FROM reviews WHERE state = 'missed' AND weekOf < {:week}
       AND weekOf > coalesce((SELECT max(weekOf) FROM reviews WHERE state = 'signed' AND weekOf < {:week}), '')
     ORDER BY weekOf LIMIT 60`,
    { week },
  );

/** Everybody of the clinic with the role that they have now, as wider copies say it. */
function rolesOf(tx: pb.App): Named[] {
  const clinic = clinicOf(tx);
  const leadTitle = clinic?.getString("leadTitle") || "lead";
  return tx.findRecordsByFilter("users", "", "name,id", 0, 0).map((person) => ({
    name: person.getString("name"),
    role: roleWords(person, {
      lead: clinic?.getString("lead") === person.id,
      deputyLead: clinic?.getString("deputyLead") === person.id,
      leadTitle: `${leadTitle.slice(0, 1).toUpperCase()}${leadTitle.slice(1)}`,
    }),
  }));
}

function roleWords(
  person: pb.Record,
  of: { readonly lead: boolean; readonly deputyLead: boolean; readonly leadTitle: string },
): string {
  const role = person.getString("role") as Role;
  if (of.lead) return of.leadTitle;
  if (role === "manager") return of.deputyLead ? "Manager and deputy lead" : "Manager";
  if (role === "dpo") return of.deputyLead ? "Deputy lead" : "Second lead";
  if (role === "auditor") return "Auditor";
  return person.getBool("practitioner") ? "Practitioner" : "Member of staff";
}

function namesOf(tx: pb.App): (id: string) => string {
  const rows = objectsOf<{ id: string; name: string }>(tx, ["id", "name"], "SELECT id, name FROM users");
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "";
}
