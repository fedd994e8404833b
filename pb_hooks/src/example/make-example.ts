import { signInText } from "#domain/base/keyed";
import { clinicId } from "#domain/clinic/clinic";
import { knowOwn } from "#domain/detector/screening/own-words";
import { milliseconds, policy } from "#domain/policy";
import { keyedText } from "../base/keyed-text.ts";
import { newId } from "../base/new-id.ts";
import { newRecord, writeRow } from "../base/rows.ts";
import { stored } from "../base/time.ts";
import { inspectorOf } from "../clinic/four-answers.ts";
import { keepShown } from "../clinic/notice.ts";
import { ownNow, ownWords } from "../clinic/own-words.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { makeLink } from "../people/links.ts";
import { newTotpSecret, sealed } from "../people/secrets.ts";
import { registers } from "../registers/index.ts";
import { browsers, clinic, notice, people, systems } from "../story/cast.ts";
import { Calendar, instantAt } from "../story/happening.ts";
import type { Ids } from "../story/staging.ts";
import { eventsOfDays } from "./days.ts";
import { eventsOfHouse, mappedPeople } from "./house.ts";
import { makeBrowsers } from "./make-browsers.ts";
import { Stage } from "./stage.ts";

/** A sign-in to print; passwords and secrets are random in every example. */
interface ExampleSignIn {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
  readonly totpSecret: string;
}

/**
 * Fills an empty clinic with invented people, browsers and ten weeks of what they did, all in one transaction.
 *
 * @param ended - When the ten weeks ended, in milliseconds.
 */
export function makeExample(app: pb.App, ended: number): ExampleSignIn[] {
  const calendar = new Calendar(ended, clinic.timeZone);
  return inLedgerTransaction(app, (tx) => {
    const ids = newIds();
    const { signIns, secrets } = makePeople(tx, calendar, ids);
    const stage = new Stage(tx, calendar, ids, secrets);
    makeClinic(tx, ids);
    const noticeId = makeNotice(tx, calendar, ids);
    const oldBrowser = makeBrowsers(stage);
    for (const person of mappedPeople()) {
      const row = {
        id: newId(),
        system: systems.cliniko,
        account: ids.account(person),
        user: ids.person(person),
      };
      writeRow(tx, newRecord(tx, "system_accounts", { ...row, version: 1 }));
    }
    for (const one of registers) one.example?.(stage);
    // Nothing of the clinic is stored as long as this goes on, and it writes of its own people.
    const own = ownWords(tx);
    knowOwn(() => own);
    stage.play([...eventsOfHouse(calendar, ids, noticeId, oldBrowser), ...eventsOfDays(calendar, ids)]);
    knowOwn(ownNow);
    return signIns;
  });
}

function newIds(): Ids {
  const made = new Map([...people, ...browsers].map((one) => [one.key, newId()]));
  const idOf = (name: string) => made.get(name) ?? "";
  const shownBy = (name: string) => people.find((one) => one.key === name)?.name ?? "";
  // The same ten people a thousand times, and a key costs the engine four milliseconds.
  const accounts = new Map<string, string>();
  const account = (name: string): string => {
    const known = accounts.get(name) ?? `k1:${keyedText(`account\n${signInText(shownBy(name))}`)}`;
    accounts.set(name, known);
    return known;
  };
  return { person: idOf, browser: idOf, account };
}

function makePeople(tx: pb.App, calendar: Calendar, ids: Ids) {
  const signIns: ExampleSignIn[] = [];
  const secrets = new Map<string, string>();
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
        person.role === "auditor" ? instantAt(Date.now() + milliseconds(policy.exampleAuditorStays)) : "",
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
    const created = stored(instantAt(calendar.at(person.joined ?? calendar.began, 9, 2)));
    writeRow(tx, record, { created, updated: created });
    if (enrolled) {
      const { name, email, role } = person;
      signIns.push({ email, name, role, password, totpSecret });
      secrets.set(person.key, totpSecret);
    }
  }
  return { signIns, secrets };
}

/** Sixteen characters without those that are mistaken for one another. */
const newPassword = (): string => $security.randomStringWithAlphabet(16, "abcdefghjkmnpqrstuvwxyz23456789");

function makeClinic(tx: pb.App, ids: Ids): void {
  const row = {
    ...clinic,
    id: clinicId,
    regulator: inspectorOf(clinic.careRegulator),
    lead: ids.person("priya"),
    deputyLead: ids.person("ingrid"),
    controller: ids.person("ingrid"),
    duty: ids.person("ingrid"),
    deputy: ids.person("priya"),
    mailOverride: true,
    diskEncrypted: true,
    version: 2,
  };
  writeRow(tx, newRecord(tx, "clinic", row));
}

function makeNotice(tx: pb.App, calendar: Calendar, ids: Ids): string {
  const id = newId();
  const assessedOn = instantAt(calendar.at(calendar.began + 1, 0));
  const row = newRecord(tx, "notices", {
    ...notice,
    id,
    number: 1,
    assessedOn,
    recordedBy: ids.person("priya"),
  });
  writeRow(tx, row, { created: stored(instantAt(calendar.at(calendar.began, 14, 30))) });
  for (const { key: person, shown } of people) {
    if (shown !== undefined)
      keepShown(tx, 1, ids.person(person), instantAt(calendar.at(calendar.began - shown, 8, 40)));
  }
  return id;
}
