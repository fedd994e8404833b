import { acts } from "#domain/acts";
import { standingOf } from "#domain/may-act";
import { policy } from "#domain/policy";
import { isFrom } from "#domain/registers/register";
import type { Role } from "#domain/roles";
import type { Handlers } from "../../acts/doing.ts";
import { asActor, asSubject, requireMay, rowAt, saveRow } from "../../acts/row.ts";
import { execute } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { isPast, stored } from "../../base/time.ts";
import { append } from "../../ledger/chain/append.ts";
import { noteChange } from "../../ledger/chain/row-changes.ts";
import { forgetBrowsersOf } from "../../people/known-browsers.ts";
import { makeLink } from "../../people/links.ts";
import { revokeBrowsersOf } from "../../people/sessions.ts";
import { givenUpBy } from "../incidents/keeper.ts";
import { leaveOffices, requireNotLead } from "./lead.ts";

export const userActs: Handlers<"users"> = {
  "users.invite": ({ tx, actor, id, version, data }) => {
    const known = id === "" ? undefined : rowAt(tx, "users", id, version);
    requireMay(actor, "users.invite", known && asSubject(known), data.role);
    if (known && (known.email() !== "" || known.getBool("enrolled"))) {
      refuse("id", "invited-already", "This person has an address already. Give them a new link instead.");
    }
    requireFreeAddress(tx, data.email);
    requireUntil(data.role, data.until);
    const person = known ?? newPerson(tx);
    person.set("email", data.email);
    person.set("emailVisibility", true);
    person.set("verified", true);
    person.set("name", data.name);
    person.set("role", data.role);
    person.set("practitioner", data.practitioner);
    person.set("until", data.until ?? "");
    if (data.scope && data.role !== "auditor") {
      refuse("data.scope", "not-asked", "An outside reviewer is invited as an auditor.");
    }
    person.set("scope", data.scope ?? "");
    const made = makeLink(tx, "invite", person.id, policy.invitationLives);
    person.set("invitedUntil", made.expires);
    return { ...saveRow(tx, person, "invite", actor), ...made };
  },

  "users.add": ({ tx, actor, data }) => {
    const person = newPerson(tx);
    person.set("name", data.name);
    person.set("role", "staff");
    person.set("practitioner", data.practitioner);
    return saveRow(tx, person, "add", actor);
  },

  "users.change": ({ tx, actor, id, version, data }) => {
    const person = rowAt(tx, "users", id, version);
    const role = person.getString("role") as Role;
    const next = data.role ?? role;
    const fields = Object.keys(data).filter((name) => name !== "role" || next !== role);
    if (fields.length === 0) refuse("data", "nothing", "Nothing would change.");
    requireMay(actor, "users.change", asSubject(person), next, fields);
    if ((role === "dpo" && next !== "dpo") || (role !== "auditor" && next === "auditor"))
      leaveOffices(tx, person.id, actor);
    if (data.email !== undefined && data.email !== person.email()) requireFreeAddress(tx, data.email);
    requireUntil(next, data.until ?? (next === "auditor" ? person.getString("until") : undefined));
    for (const [name, value] of Object.entries(data)) person.set(name, value);
    if (next !== "auditor") {
      person.set("until", "");
      person.set("scope", "");
    }
    // What a sign-in may do changes with the role: the person signs in anew.
    if (next !== role) person.refreshTokenKey();
    return saveRow(tx, person, "change", actor);
  },

  "users.deactivate": ({ tx, actor, id, version }) => {
    const person = rowAt(tx, "users", id, version);
    requireMay(actor, "users.deactivate", asSubject(person));
    if (!isFrom(acts["users.deactivate"], standing(person)))
      refuse("id", "not-active", "This person is deactivated already.");
    leaveOffices(tx, person.id, actor);
    givenUpBy(tx, person.id);
    endEverything(tx, person);
    person.set("active", false);
    person.set("invitedUntil", "");
    const answer = saveRow(tx, person, "deactivate", actor);
    revokeBrowsersOf(tx, person.id, "person-deactivated", asActor(actor));
    return answer;
  },

  "users.activate": ({ tx, actor, id, version }) => {
    const person = rowAt(tx, "users", id, version);
    requireMay(actor, "users.activate", asSubject(person));
    if (!isFrom(acts["users.activate"], standing(person)))
      refuse("id", "active", "This person is active already.");
    person.set("active", true);
    return saveRow(tx, person, "activate", actor);
  },

  "users.reenrol": ({ tx, actor, id, version }) => {
    const person = rowAt(tx, "users", id, version);
    requireMay(actor, "users.reenrol", asSubject(person));
    requireNotLead(tx, person.id);
    if (!isFrom(acts["users.reenrol"], standing(person)))
      refuse("id", "not-active", "Activate this person first.");
    if (person.email() === "") refuse("id", "no-address", "This person has no address. Invite them instead.");
    return reenrol(tx, person, asActor(actor));
  },

  "users.endSessions": ({ tx, actor, id, version }) => {
    const person = rowAt(tx, "users", id, version);
    requireMay(actor, "users.endSessions", asSubject(person));
    forgetBrowsersOf(tx, person.id);
    execute(tx, "UPDATE users SET tokenKey = {:key}, version = version + 1 WHERE id = {:id}", {
      id,
      key: $security.randomString(50),
    });
    noteChange(tx, { collection: "users", id, version: version + 1 }, actor.id);
    append(tx, [{ kind: "auth.reset", ...asActor(actor), detail: resetDetail("sessions", id) }]);
    return { id, version: version + 1 };
  },
};

const standing = (person: pb.Record) => standingOf(person.getBool("active"));

/**
 * Ends a person's sign-in, password and authenticator, and makes the link by which they choose new ones. Its one event
 * is `auth.reset`, hence past the register's hook.
 */
export function reenrol(tx: pb.App, person: pb.Record, actor?: { readonly user: string }) {
  const enrolled = person.getBool("enrolled");
  const made = makeLink(tx, enrolled ? "reenrol" : "invite", person.id, policy.invitationLives);
  person.setRandomPassword();
  forgetBrowsersOf(tx, person.id);
  execute(
    tx,
    `UPDATE users SET tokenKey = {:key}, password = {:password}, totpSecret = '', recoveryCodes = '[]', invitedUntil = {:until},
       version = version + 1 WHERE id = {:id}`,
    {
      id: person.id,
      key: $security.randomString(50),
      password: person.get("password:hash"),
      until: stored(made.expires),
    },
  );
  noteChange(
    tx,
    { collection: "users", id: person.id, version: person.getInt("version") + 1 },
    actor?.user ?? "",
  );
  append(tx, [{ kind: "auth.reset", ...actor, detail: resetDetail("sign-in", person.id) }]);
  return { id: person.id, version: person.getInt("version") + 1, ...made };
}

const resetDetail = (what: string, of: string) => ({ v: 1, what, of });

function newPerson(tx: pb.App): pb.Record {
  const person = new Record(tx.findCollectionByNameOrId("users"));
  person.set("id", newId());
  person.setRandomPassword();
  person.set("active", true);
  person.set("recoveryCodes", []);
  return person;
}

/** Sessions end, and open links and pairing codes with them. */
function endEverything(tx: pb.App, person: pb.Record): void {
  person.refreshTokenKey();
  forgetBrowsersOf(tx, person.id);
  execute(tx, "DELETE FROM invitations WHERE user = {:id}", { id: person.id });
  execute(tx, "DELETE FROM pairing_codes WHERE user = {:id}", { id: person.id });
}

function requireFreeAddress(tx: pb.App, email: string): void {
  try {
    tx.findAuthRecordByEmail("users", email);
  } catch {
    return;
  }
  refuse("data.email", "taken", "Somebody has this address already.");
}

/** An auditor's access ends on a day that is agreed; nobody else has one. */
function requireUntil(role: Role, until: string | undefined): void {
  if (role === "auditor" && (until === undefined || isPast(until))) {
    refuse(
      "data.until",
      "missing",
      "An auditor’s access needs a day on which it ends, and one that is to come.",
    );
  }
  if (role !== "auditor" && until !== undefined && until !== "") {
    refuse("data.until", "not-asked", "Only an auditor’s access has an end.");
  }
}
