import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { clinicId, regulators } from "#domain/clinic";
import { signInText } from "#domain/keyed";
import { milliseconds, policy } from "#domain/policy";
import { append } from "../../ledger/append.ts";
import { key } from "../../ledger/keys.ts";
import { inLedgerTransaction } from "../../ledger/transaction.ts";
import { makeLink } from "../links.ts";
import { keepShown } from "../notice.ts";
import { newRecord, writeRow } from "../rows.ts";
import { newId, newTotpSecret, sealed } from "../secrets.ts";
import { stored } from "../time.ts";
import { browsers, clinic, notice, people, systems } from "./cast.ts";
import { eventsOfDays, type Ids } from "./days.ts";
import { Calendar, type Happening, instantAt } from "./happening.ts";
import { eventsOfHouse, mappedPeople } from "./house.ts";
import { makeIncidents } from "./incidents.ts";
import { makeBrowsers } from "./make-browsers.ts";

/** A sign-in to print; passwords and secrets are random in every example. */
interface ExampleSignIn {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** Fills an empty clinic with invented people, browsers and three weeks of events, all in one transaction. */
export function makeExample(app: pb.App): ExampleSignIn[] {
  const calendar = new Calendar(Date.now());
  return inLedgerTransaction(app, (tx) => {
    const ids = newIds();
    const signIns = makePeople(tx, calendar, ids);
    makeClinic(tx, ids);
    const noticeId = makeNotice(tx, calendar, ids);
    const oldBrowser = makeBrowsers(tx, calendar, ids);
    for (const person of mappedPeople()) {
      const row = {
        id: newId(),
        system: systems.cliniko,
        account: ids.account(person),
        user: ids.person(person),
      };
      writeRow(tx, newRecord(tx, "system_accounts", { ...row, version: 1 }));
    }
    tell(tx, [...eventsOfHouse(calendar, ids, noticeId, oldBrowser), ...eventsOfDays(calendar, ids)]);
    makeIncidents(tx, calendar, ids);
    return signIns;
  });
}

function newIds(): Ids {
  const made = new Map([...people, ...browsers].map((one) => [one.key, newId()]));
  const idOf = (name: string) => made.get(name) ?? "";
  const shownBy = (name: string) => people.find((one) => one.key === name)?.name ?? "";
  return {
    person: idOf,
    browser: idOf,
    account: (name) => keyedText(`account\n${signInText(shownBy(name))}`),
  };
}

/** As `keyedAccount` makes it in a browser: HMAC under the key's 32 bytes. */
function keyedText(text: string): string {
  const digest = hmac(sha256, hexToBytes(key("reference.key")), Uint8Array.from(toBytes(text) as number[]));
  return `k1:${bytesToHex(digest)}`;
}

function makePeople(tx: pb.App, calendar: Calendar, ids: Ids): ExampleSignIn[] {
  const signIns: ExampleSignIn[] = [];
  const created = stored(instantAt(calendar.at(22, 9, 2)));
  for (const person of people) {
    const enrolled = person.signsIn === "yes";
    const password = newPassword();
    const totpSecret = newTotpSecret();
    const record = newRecord(tx, "users", {
      id: ids.person(person.key),
      name: person.name,
      email: person.email,
      emailVisibility: true,
      verified: person.email !== "",
      role: person.role,
      practitioner: person.practitioner,
      active: true,
      until:
        person.role === "auditor" ? instantAt(calendar.now + milliseconds(policy.exampleAuditorStays)) : "",
      enrolled,
      totpSecret: enrolled ? sealed(totpSecret) : "",
      recoveryCodes: [],
      version: 1,
    });
    record.setPassword(enrolled ? password : $security.randomString(60));
    record.refreshTokenKey();
    if (person.signsIn === "invited") {
      record.set("invitedUntil", makeLink(tx, "invite", record.id, policy.invitationLives).expires);
    }
    writeRow(tx, record, { created, updated: created });
    if (enrolled) {
      const { name, email, role } = person;
      signIns.push({ email, name, role, password, totpSecret });
    }
  }
  return signIns;
}

/** Sixteen characters without those that are mistaken for one another. */
const newPassword = (): string => $security.randomStringWithAlphabet(16, "abcdefghjkmnpqrstuvwxyz23456789");

function makeClinic(tx: pb.App, ids: Ids): void {
  const row = {
    ...clinic,
    id: clinicId,
    regulator: regulators[clinic.nation],
    lead: ids.person("priya"),
    deputyLead: ids.person("ingrid"),
    mailOverride: true,
    diskEncrypted: true,
    version: 2,
  };
  writeRow(tx, newRecord(tx, "clinic", row));
}

function makeNotice(tx: pb.App, calendar: Calendar, ids: Ids): string {
  const id = newId();
  const assessedOn = instantAt(calendar.at(23, 0));
  const row = newRecord(tx, "notices", {
    ...notice,
    id,
    number: 1,
    assessedOn,
    recordedBy: ids.person("priya"),
  });
  writeRow(tx, row, { created: stored(instantAt(calendar.at(22, 14, 30))) });
  for (const { key: person, shown } of people) {
    if (shown !== undefined) keepShown(tx, 1, ids.person(person), instantAt(calendar.at(shown, 8, 40)));
  }
  return id;
}

/** Appends what happened in the order of time; each browser counts its own events, and one lost two on the way. */
function tell(tx: pb.App, happenings: readonly Happening[]): void {
  const numbers = new Map<string, number>();
  const inOrder = [...happenings].sort((a, b) => a.at - b.at);
  for (const { at, event } of inOrder) {
    const fromBrowser = event.sentAt !== undefined && event.browser !== undefined;
    append(
      tx,
      [fromBrowser ? { ...event, n: numberOf(event.browser ?? "", numbers) } : event],
      instantAt(at + 3_000),
    );
  }
}

const lostAfter = 40;

function numberOf(browser: string, numbers: Map<string, number>): number {
  const before = numbers.get(browser) ?? 0;
  const first = [...numbers.keys()][0];
  const next = before === lostAfter && browser === first ? before + 3 : before + 1;
  numbers.set(browser, next);
  return next;
}
