import { isReferenceOf } from "#domain/ledger/given/unfit";
import { isBefore } from "#domain/registers/incidents/clock";
import { isPatientNumber } from "#domain/registers/screened";
import { execute, rowsOf } from "../../../base/database.ts";
import { instantIn, msIn, setInstant } from "../../../base/instants.ts";
import { newId } from "../../../base/new-id.ts";
import { refuse } from "../../../base/refusal.ts";
import { stored } from "../../../base/time.ts";
import { requirePast } from "../../../clinic/past.ts";
import { append } from "../../../ledger/chain/append.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { sealRows } from "../../../ledger/chain/row-baseline.ts";
import { actorIn, saveCase } from "../incident.ts";
import { tell } from "../timeline.ts";
import { onCase } from "./on-case.ts";

/** People affected, by reference. The list grows by hundreds in one act; each telling is an act of its own. */
export const personActs = onCase({
  "breaches.addPeople": (one, data) => {
    const { tx, breach, actor } = one;
    if (data.people.some(({ recordRef }) => isPatientNumber(recordRef))) {
      const sentence = "A number of the health service is here. Give the reference of the record instead.";
      refuse("data.people", "names-a-patient", sentence);
    }
    if (!data.people.every(({ system, recordRef }) => isReferenceOf(system, recordRef))) {
      refuse("data.people", "invalid_format", "This is no reference of that system.");
    }
    const rows = data.people.map((person) => [
      newId(),
      person.recordRef,
      person.system,
      person.toBeTold ? 1 : 0,
    ]);
    // One event for all: 500 rows are one decision. Who stands there already stays as they are.
    const added = execute(
      tx,
      `INSERT INTO breach_people (id, breach, recordRef, system, toBeTold, toldAt, toldHow, letterVersion)
       SELECT value->>0, {:breach}, value->>1, value->>2, value->>3, '', '', '' FROM json_each({:rows}) WHERE true
       ON CONFLICT (breach, system, recordRef) DO NOTHING`,
      { breach: breach.id, rows: JSON.stringify(rows) },
    );
    const detail = { v: 1, id: breach.id, action: "add-people" };
    append(tx, [{ kind: "breaches.act", ...actorIn(breach, actor.id), detail }]);
    tell(tx, breach.id, { kind: "system", what: "addPeople", text: `${added} added`, by: actor.id });
    return { id: breach.id, version: breach.getInt("version"), number: added };
  },

  "breaches.letter": (one, data) => {
    one.breach.set("letter", data);
    return saveCase(one, "letter", { kind: "system" });
  },

  "breaches.person": (one, data) => {
    const { tx, breach, actor } = one;
    const [row] = tx.findRecordsByFilter("breach_people", "id = {:id} && breach = {:breach}", "", 1, 0, {
      id: data.person,
      breach: breach.id,
    });
    if (!row) refuse("data.person", "unknown", "There is no such person in this incident.");
    const told = instantIn(row, "toldAt");
    const tellsAnew =
      (data.toldAt !== undefined && data.toldAt !== told) ||
      (data.toldHow !== undefined && data.toldHow !== row.getString("toldHow"));
    if (told !== null && (tellsAnew || data.toBeTold === false)) {
      refuse(
        "data.person",
        "known",
        "Somebody has recorded meanwhile that they were told. Look at it as it is now.",
      );
    }
    if (data.toldAt) {
      const when = requirePast(tx, "data.toldAt", data.toldAt);
      const occurred = msIn(breach, "occurredFrom");
      if (occurred !== undefined && isBefore(when, occurred)) {
        refuse("data.toldAt", "wrong-order", "This lies before the breach happened.");
      }
    }
    if (data.toBeTold !== undefined) row.set("toBeTold", data.toBeTold);
    if (data.toldAt !== undefined) setInstant(row, "toldAt", data.toldAt);
    if (data.toldHow !== undefined) row.set("toldHow", data.toldHow);
    if (data.letterVersion !== undefined) row.set("letterVersion", data.letterVersion);
    saveAct(tx, row, data.toldAt ? "told" : "person", actorIn(breach, actor.id));
    return { id: row.id, version: breach.getInt("version") };
  },

  "breaches.peopleTold": (one, data) => {
    const { tx, breach, actor } = one;
    requirePast(tx, "data.toldAt", data.toldAt);
    const untold = "breach = {:breach} AND toBeTold = TRUE AND toldAt = ''";
    const among = "id IN (SELECT value FROM json_each({:people}))";
    const named = { breach: breach.id, people: JSON.stringify(data.people) };
    const select = `SELECT id FROM breach_people WHERE ${untold} AND ${among} ORDER BY id`;
    const rows = rowsOf(tx, ["id"], select, named).map(([id]) => ({
      collection: "breach_people",
      id: String(id),
    }));
    const told = execute(
      tx,
      `UPDATE breach_people SET toldAt = {:at}, toldHow = {:how}, letterVersion = {:letter}
       WHERE ${untold} AND ${among}`,
      {
        ...named,
        at: stored(data.toldAt),
        how: data.toldHow,
        letter: data.letterVersion ?? "",
      },
    );
    const answer = { id: breach.id, version: breach.getInt("version"), number: told };
    if (told === 0) return answer;
    const detail = { v: 1, id: breach.id, action: "people-told" };
    append(tx, [{ kind: "breaches.act", ...actorIn(breach, actor.id), detail }]);
    sealRows(tx, "people-told", rows, breach.id);
    const text = `${told}, ${data.toldHow}`;
    tell(tx, breach.id, { kind: "notice", what: "peopleTold", text, by: actor.id, at: data.toldAt });
    return answer;
  },
});
