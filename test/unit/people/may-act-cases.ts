import type { Action } from "#domain/acts";
import { type Subject, whyNot } from "#domain/may-act";
import { breachActs } from "#domain/registers/incidents/acts";
import { type Role, roles } from "#domain/roles";

/** Who may do an act at all: this table is the specification, `acts` must agree with it. */
export const mayAct: Record<Action, readonly Role[]> = {
  "users.invite": ["manager", "dpo"],
  "users.add": ["manager", "dpo"],
  "users.change": ["manager", "dpo"],
  "users.deactivate": ["manager", "dpo"],
  "users.activate": ["manager", "dpo"],
  "users.reenrol": ["manager", "dpo"],
  "users.endSessions": ["manager", "dpo"],
  "browsers.code": ["manager", "dpo"],
  "browsers.revoke": ["manager", "dpo"],
  "browsers.allowOwnDevice": ["dpo"],
  "browsers.settleMismatch": ["dpo"],
  "browsers.change": ["manager", "dpo"],
  "clinic.change": ["dpo"],
  "clinic.candourReport": ["dpo"],
  "clinic.confirmTime": ["dpo"],
  "notices.record": ["dpo"],
  "system_accounts.map": ["manager", "dpo"],
  "system_accounts.unmap": ["manager", "dpo"],
  "events.erase": ["dpo"],
  "events.confirm": ["staff", "manager", "dpo"],
  "events.keep": ["staff", "manager", "dpo"],
  // Who may do these in a case stands in test/unit/breach/may-act-on.test.ts.
  ...everybody(breachActs),
  "breaches.fromEvent": ["manager", "dpo"],
  "breaches.told": ["manager", "dpo"],
  "actions.add": ["manager", "dpo"],
  "actions.done": roles,
  "actions.verify": ["manager", "dpo"],
  "actions.cancel": ["manager", "dpo"],
  "training_entries.add": ["manager", "dpo"],
  "training_entries.correct": ["manager", "dpo"],
  "retention_rows.appraise": ["manager", "dpo"],
  "retention_rows.keep": ["manager", "dpo"],
  "retention_rows.ask": ["manager", "dpo"],
  "retention_rows.agree": ["manager", "dpo"],
  "retention_rows.decline": ["manager", "dpo"],
  "retention_rows.done": ["manager", "dpo"],
  "retention_rows.hold": ["manager", "dpo"],
  "retention_rows.release": ["manager", "dpo"],
  "retention_lists.undo": ["manager", "dpo"],
  "retention_lines.confirm": ["dpo"],
  "holds.place": ["manager", "dpo"],
  "holds.review": ["manager", "dpo"],
  "holds.endCause": ["manager", "dpo"],
  "holds.release": ["manager", "dpo"],
  "disclosures.add": ["manager", "dpo"],
  "disclosures.takeBack": ["manager", "dpo"],
  "reviews.prepare": ["manager", "dpo"],
  "reviews.hold": ["manager", "dpo"],
  "reviews.decide": ["manager", "dpo"],
  "reviews.include": ["manager", "dpo"],
  "reviews.tell": ["manager", "dpo"],
  "reviews.sign": ["manager", "dpo"],
  "reviews.missed": ["manager", "dpo"],
  "reviews.addendum": ["manager", "dpo"],
  "messages.read": ["staff", "manager", "dpo"],
};

function everybody<A extends string>(actions: Readonly<Record<A, unknown>>): Record<A, readonly Role[]> {
  const all = {} as Record<A, readonly Role[]>;
  for (const action of Object.keys(actions) as A[]) all[action] = roles;
  return all;
}

const person = (role: Role, enrolled = true): Subject => ({ id: "other", role, enrolled });
const manager = { id: "me", role: "manager" } as const;
const lead = { id: "me", role: "dpo" } as const;
const outside = { id: "me", role: "staff", outside: true } as const;

/** What depends on who is acted on: the act, the answer of the domain, and whether it may be done. */
export const mayActCases = (): readonly (readonly [string, string | undefined, boolean])[] => [
  ["an outside reviewer looks into the case", whyNot(outside, "breaches.triage"), true],
  ["an outside reviewer notes that one person was told", whyNot(outside, "breaches.person"), true],
  ["an outside reviewer notes that all were told", whyNot(outside, "breaches.peopleTold"), true],
  ["an outside reviewer writes the letter", whyNot(outside, "breaches.letter"), true],
  ["an outside reviewer opens another case", whyNot(outside, "breaches.told"), false],
  ["an outside reviewer reads the team's message", whyNot(outside, "messages.read"), false],
  ["an outside reviewer does an action", whyNot(outside, "actions.done"), false],
  ["a manager invites staff", whyNot(manager, "users.invite", undefined, "staff"), true],
  ["a manager invites a manager", whyNot(manager, "users.invite", undefined, "manager"), true],
  ["a manager invites a lead", whyNot(manager, "users.invite", undefined, "dpo"), false],
  ["a manager invites an auditor", whyNot(manager, "users.invite", undefined, "auditor"), false],
  ["a lead invites a lead", whyNot(lead, "users.invite", undefined, "dpo"), true],
  ["a manager deactivates staff", whyNot(manager, "users.deactivate", person("staff")), true],
  ["a manager deactivates a lead", whyNot(manager, "users.deactivate", person("dpo")), false],
  [
    "a manager deactivates oneself",
    whyNot(manager, "users.deactivate", { ...person("manager"), id: "me" }),
    false,
  ],
  ["a lead deactivates oneself", whyNot(lead, "users.deactivate", { ...person("dpo"), id: "me" }), false],
  ["a manager changes a name", whyNot(manager, "users.change", person("staff"), "staff", ["name"]), true],
  ["a manager changes a role", whyNot(manager, "users.change", person("staff"), "manager", ["role"]), false],
  ["a lead changes a role", whyNot(lead, "users.change", person("staff"), "manager", ["role"]), true],
  [
    "a lead changes the own role",
    whyNot(lead, "users.change", { ...person("dpo"), id: "me" }, "staff", ["role"]),
    false,
  ],
  [
    "a lead changes the own name",
    whyNot(lead, "users.change", { ...person("dpo"), id: "me" }, "dpo", ["name"]),
    true,
  ],
  ["a manager renews an invitation", whyNot(manager, "users.reenrol", person("staff", false)), true],
  ["a manager opens somebody's account", whyNot(manager, "users.reenrol", person("staff")), false],
  ["a lead gives another lead a new link", whyNot(lead, "users.reenrol", person("dpo")), true],
  ["a lead gives oneself a new link", whyNot(lead, "users.reenrol", { ...person("dpo"), id: "me" }), false],
];
