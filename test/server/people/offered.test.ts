import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Action, acts } from "#domain/acts";
import { clinicRow } from "#domain/clinic/clinic";
import { mayNow, whyNot } from "#domain/may-act";
import { type PersonRow, personRow } from "#domain/people/person-row";
import type { OnAction } from "#domain/registers/actions/acts";
import { whyNotOnAction } from "#domain/registers/actions/may-act-on";
import type { OnCase } from "#domain/registers/incidents/acts";
import { incidentStates } from "#domain/registers/incidents/state";
import type { OnReview } from "#domain/registers/reviews/acts";
import { reviewStates } from "#domain/registers/reviews/agenda";
import { actsWith } from "../../../dashboard/src/lib/people/person-act.ts";
import type { CaseFile } from "../../../dashboard/src/lib/registers/incidents/api.ts";
import { caseFactsOf, May } from "../../../dashboard/src/lib/registers/incidents/case/may-in-case.ts";
import {
  actionRow,
  conflictRow,
  grantRow,
  incidentRow,
} from "../../../dashboard/src/lib/registers/incidents/rows.ts";
import { readReport } from "../../support/server/read-report.ts";
import { type Cast, castOf, newBreach, onCase, soon } from "../registers/incidents/cast.ts";
import { type Answer, act, ask, newPerson, type SignedIn } from "./clinic.ts";
import { behindTheBack, rowsIn } from "./database.ts";

/**
 * What the dashboard offers is what the server does: act by act, by whoever asks, in each state. The dashboard's side is
 * worked out from what the server shows to that person; every act is sent with something that is refused after that
 * question, so that nothing changes between two.
 */
let cast: Cast;
let people: readonly { readonly as: string; readonly who: SignedIn; readonly row: PersonRow }[];
let breach = "";

beforeAll(async () => {
  cast = await castOf();
  const { server, priya, ingrid, noor, tom, ruth } = cast;
  const outside = { role: "auditor", scope: "case", until: soon(240) };
  const reviewer = await newPerson(server, priya.token, {
    email: "rex@outside.example",
    name: "rex",
    ...outside,
  });
  const maya = await newPerson(server, priya.token, {
    email: "maya@harbour.example",
    name: "maya",
    role: "staff",
  });
  breach = await newBreach(cast);
  const letIn = { users: [reviewer.id], until: soon(), reason: "Looks at it." };
  expect((await onCase(server, priya, "open", breach, letIn)).status).toBe(200);
  // Whoever sent it is passed over, and whoever is asked may do more than other staff.
  behindTheBack(
    server,
    "UPDATE breaches SET senders = ?, holder = ? WHERE id = ?",
    JSON.stringify([noor.id]),
    maya.id,
    breach,
  );
  const all = {
    "the lead": priya,
    "the controller": ingrid,
    "a manager who sent it": noor,
    "a reporter": tom,
    "whoever is asked": maya,
    "an auditor": ruth,
    "an outside reviewer": reviewer,
  };
  people = await Promise.all(
    Object.entries(all).map(async ([as, who]) => {
      const own = await ask(server, `GET /api/collections/users/records/${who.id}`, { token: who.token });
      return { as, who, row: personRow.parse(own.body) };
    }),
  );
});
afterAll(() => cast?.server.stop());

/** Names a patient: what says this is refused once it is known that the act itself may be done. */
const named = "NHS number 943 476 5919.";
const nobody = "a".repeat(15);

/** Whether the server refuses the act to this person or in this state, whatever its data. */
const isRefused = ({ status, body }: Answer): boolean =>
  status === 401 || status === 403 || status === 404 || body.data?.id?.code === "wrong-state";

const versionOf = (table: string, id: string): number =>
  Number(rowsIn(cast.server, `SELECT version FROM ${table} WHERE id = ?`, id)[0]?.version);
const listAs = async (who: SignedIn, collection: string, filter = ""): Promise<unknown[]> => {
  const query = new URLSearchParams({ perPage: "200", ...(filter && { filter }) });
  const path = `GET /api/collections/${collection}/records?${query}`;
  return (await ask(cast.server, path, { token: who.token })).body.items;
};

describe("by role alone", () => {
  test.each(Object.keys(acts) as Action[])("%s", async (action) => {
    const answers = await Promise.all(
      people.map(async ({ as, who }) => [
        as,
        (await act(cast.server, who.token, action, { nobodyAsked: true })).status !== 403,
      ]),
    );
    const offered = people.map(({ as, row }) => [
      as,
      whyNot({ ...row, outside: row.scope === "case" }, action) === undefined,
    ]);
    // The server lets an outside reviewer read as staff do; of the acts that are everybody's the case decides.
    expect(answers).toEqual(offered);
  });
});

/** What fits each act on a case and is refused for what it says, after all that is asked of person and state. */
const refusedLater: Readonly<Record<OnCase, object>> = {
  "breaches.triage": { verdict: "breach", reason: named },
  "breaches.setTimes": { reason: named },
  "breaches.describe": { title: named },
  "breaches.assess": { answers: {}, nhsImpact: 1 },
  "breaches.advise": { advice: "record-only", reason: named },
  "breaches.decide": { ico: "tell", people: "tell", reason: named },
  "breaches.notify": { sentAt: soon(-1), delayReason: named },
  "breaches.entry": { text: named },
  "breaches.addendum": { text: named },
  "breaches.answer": { key: "how_occurred", value: named },
  "breaches.addPeople": {
    people: [{ recordRef: "9434765919", system: "cliniko:harbour.uk2", toBeTold: true }],
  },
  "breaches.person": { person: nobody },
  "breaches.peopleTold": { people: [nobody], toldAt: soon(-1), toldHow: named },
  "breaches.account": { user: nobody, system: "clinical", reason: named },
  "breaches.letter": { happened: named, consequences: "b", done: "c", advice: "d" },
  "breaches.contain": { at: soon(-1), how: named },
  "breaches.processor": { name: named, toldAt: soon(-1) },
  "breaches.notice": { id: "police", done: false, note: named },
  "breaches.care": { lines: [], applies: [], reason: named },
  "breaches.candour": { care: "", resulted: "", harm: "", opinion: "", reason: named },
  "breaches.grant": { user: nobody, until: soon(), reason: named },
  "breaches.endGrant": { grant: nobody, reason: named },
  "breaches.open": { users: [nobody], until: soon(), reason: named },
  "breaches.openToAll": { reason: named },
  "breaches.conflict": { reason: named },
  "breaches.alone": { reason: named },
  "breaches.withdraw": { reason: named },
  "breaches.close": { reason: named },
  "breaches.reopen": { reason: named },
  // Makes a version of what was read, which is no harm.
  "breaches.version": {},
  "breaches.sent": { version: 999, at: soon(-1) },
  // Nothing in it could be refused: it is done.
  "breaches.cause": { cause: "loss" },
};
const onCases = Object.keys(refusedLater) as OnCase[];

describe("in a case, by what the page knows of it", () => {
  /** What the page would offer to this person; nothing where they don't read the case. */
  async function mayOf(who: SignedIn, row: PersonRow): Promise<May | undefined> {
    const seen = await ask(cast.server, `GET /api/collections/breaches/records/${breach}`, {
      token: who.token,
    });
    if (seen.status !== 200) return undefined;
    const incident = incidentRow.parse(seen.body);
    const [clinic] = await listAs(who, "clinic");
    const grants = (await listAs(who, "case_grants")).map((one) => grantRow.parse(one));
    const conflicts = (await listAs(who, "conflicts")).map((one) => conflictRow.parse(one));
    const all = (await listAs(who, "users")).map((one) => personRow.parse(one));
    const file = { incident, grants, conflicts } as unknown as CaseFile;
    const facts = caseFactsOf(file, clinicRow.parse(clinic), all, Date.now());
    return new May(row, facts, incident.state);
  }

  test.each(incidentStates.map((state) => [state]))("%s", async (state) => {
    behindTheBack(cast.server, "UPDATE breaches SET state = ? WHERE id = ?", state, breach);
    for (const { as, who, row } of people) {
      const may = await mayOf(who, row);
      const done: OnCase[] = [];
      for (const action of onCases) {
        // What only adds minds no version: whoever sends another is let through.
        const version = versionOf("breaches", breach) + ("adds" in acts[action] ? 5 : 0);
        const on = { id: breach, version };
        const data =
          action === "breaches.version"
            ? await readReport(cast.server.url, who.token, breach)
            : refusedLater[action];
        const answer = await act(cast.server, who.token, action, data, on);
        expect(answer.status, `${as}: ${action}`).not.toBe(409);
        if (!isRefused(answer)) done.push(action);
      }
      const offered = onCases.filter((action) => may?.does(action) ?? false);
      expect(done, `${as}, ${state}`).toEqual(offered);
    }
    expect(rowsIn(cast.server, "SELECT state FROM breaches WHERE id = ?", breach)).toEqual([{ state }]);
  });
});

test("on an action, as far as it has come", async () => {
  const { server, priya, noor, tom } = cast;
  behindTheBack(server, "UPDATE breaches SET state = 'breach' WHERE id = ?", breach);
  const given = {
    register: "breaches",
    subject: breach,
    text: "Check.",
    owner: tom.id,
    due: soon(48).slice(0, 10),
  };
  const { id } = (await act(server, priya.token, "actions.add", given)).body;
  const at = "2026-11-20 10:00:00.000Z";
  const states = [
    ["", "", "", ""],
    [at, noor.id, "", ""],
    [at, noor.id, at, ""],
    [at, noor.id, "", at],
  ] as const;
  const tries: Readonly<Record<OnAction, object>> = {
    "actions.done": { note: named },
    "actions.cancel": { reason: named },
    "actions.verify": {},
  };
  for (const values of states) {
    for (const { as, who, row } of people) {
      for (const action of Object.keys(tries) as OnAction[]) {
        behindTheBack(
          server,
          "UPDATE actions SET doneAt = ?, doneBy = ?, verifiedAt = ?, cancelledAt = ?, verifiedBy = '' WHERE id = ?",
          ...values,
          id,
        );
        const [seen] = await listAs(who, "actions", `id = "${id}"`);
        const offered = seen !== undefined && !whyNotOnAction(row, action, actionRow.parse(seen));
        const on = { id, version: versionOf("actions", id) };
        const answer = await act(server, who.token, action, tries[action], on);
        expect(!isRefused(answer), `${as}: ${action} with ${values.join()}`).toBe(offered);
      }
    }
  }
});

test("on a review, in each of its states", async () => {
  const { server, priya } = cast;
  const { id } = (await act(server, priya.token, "reviews.prepare", {})).body;
  behindTheBack(server, "UPDATE reviews SET chair = ? WHERE id = ?", priya.id, id);
  // What is signed is frozen, so that a week that was missed is a row of its own.
  const missed = `${id.startsWith("m") ? "n" : "m"}${id.slice(1)}`;
  const columns = Object.keys(rowsIn(server, "SELECT * FROM reviews WHERE id = ?", id)[0] ?? {});
  const changed: Readonly<Record<string, string>> = {
    id: `'${missed}'`,
    weekOf: "'2020-01-06'",
    number: "0",
  };
  const values = columns.map((column) => changed[column] ?? `"${column}"`);
  behindTheBack(
    server,
    `INSERT INTO reviews (${columns.map((column) => `"${column}"`)}) SELECT ${values} FROM reviews WHERE id = ?`,
    id,
  );
  // Of a missed week the act names the Monday, and no row.
  const tries: Readonly<Record<Exclude<OnReview, "reviews.missed">, object>> = {
    "reviews.prepare": {},
    "reviews.hold": { chair: nobody, attendance: [{ user: nobody, how: "here" }] },
    "reviews.decide": { item: nobody, seen: 1, decision: "note" },
    "reviews.include": { incident: breach },
    "reviews.tell": { text: named },
    "reviews.sign": { code: "000000", items: [], message: "none" },
    "reviews.addendum": { text: named },
  };
  for (const state of reviewStates) {
    const row = state === "missed" ? missed : id;
    behindTheBack(server, "UPDATE reviews SET state = ? WHERE id = ?", state, row);
    for (const { as, who, row: self } of people) {
      for (const action of Object.keys(tries) as (keyof typeof tries)[]) {
        const offered =
          mayNow({ ...self, outside: self.scope === "case" }, action, state) &&
          (action !== "reviews.sign" || who.id === priya.id);
        const on = { id: row, version: versionOf("reviews", row) };
        const answer = await act(server, who.token, action, tries[action], on);
        expect(!isRefused(answer), `${as}: ${action} when ${state}`).toBe(offered);
      }
    }
  }
});

test("on a person, who works here or has gone", async () => {
  const { server, priya } = cast;
  const subjects: string[] = [];
  for (const role of ["staff", "manager", "dpo", "auditor"]) {
    const data = { email: `${role}@new.example`, name: role, role, practitioner: false };
    const made = await act(server, priya.token, "users.invite", {
      ...data,
      ...(role === "auditor" && { until: soon(240) }),
    });
    subjects.push(made.body.id);
  }
  const actionOf = {
    change: "users.change",
    link: "users.reenrol",
    sessions: "users.endSessions",
    deactivate: "users.deactivate",
    activate: "users.activate",
  } as const satisfies Readonly<Record<string, Action>>;
  /** Not offered where it would be of no use, though nobody would refuse it. */
  const noUse = (kind: keyof typeof actionOf, { active, enrolled }: PersonRow): boolean =>
    (kind === "change" && !active) || (kind === "sessions" && !(active && enrolled));
  let asked = 0;
  for (const active of [1, 0]) {
    for (const enrolled of [1, 0]) {
      for (const { as, who, row } of people.slice(0, 4)) {
        for (const id of subjects) {
          for (const kind of Object.keys(actionOf) as (keyof typeof actionOf)[]) {
            behindTheBack(
              server,
              "UPDATE users SET active = ?, enrolled = ? WHERE id = ?",
              active,
              enrolled,
              id,
            );
            const [found] = await listAs(priya, "users", `id = "${id}"`);
            const person = personRow.parse(found);
            if (noUse(kind, person)) continue;
            const offered = actsWith(person, row).some((one) => one.kind === kind);
            const on = { id, version: person.version };
            const { status, body } = await act(
              server,
              who.token,
              actionOf[kind],
              kind === "change" ? { name: person.name } : {},
              on,
            );
            const inState = !["active", "not-active"].includes(body.data?.id?.code);
            expect(status < 403 && inState, `${as}: ${kind} ${person.role} ${active} ${enrolled}`).toBe(
              offered,
            );
            asked += 1;
          }
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(100);
});
