import type { Component } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { browserRow } from "#domain/api";
import { clinicRow } from "#domain/clinic/clinic";
import { personRow } from "#domain/people/person-row";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import { otherNotices } from "#domain/registers/incidents/notices-due";
import { act } from "#lib/api/act.ts";
import BrowserDialogs from "#lib/browsers/browser-dialogs.svelte";
import PersonDialogs from "#lib/people/person-dialogs.svelte";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import type { CaseView } from "#lib/registers/incidents/case/case-view.ts";
import CancelDialog from "#lib/registers/incidents/dialogs/cancel-dialog.svelte";
import AdviseDialog from "#lib/registers/incidents/dialogs/decide/advise-dialog.svelte";
import AssessDialog from "#lib/registers/incidents/dialogs/decide/assess-dialog.svelte";
import CloseDialog from "#lib/registers/incidents/dialogs/decide/close-dialog.svelte";
import DecideDialog from "#lib/registers/incidents/dialogs/decide/decide-dialog.svelte";
import AddAccountDialog from "#lib/registers/incidents/dialogs/facts/add-account-dialog.svelte";
import AnswerDialog from "#lib/registers/incidents/dialogs/facts/answer-dialog.svelte";
import ContainDialog from "#lib/registers/incidents/dialogs/facts/contain-dialog.svelte";
import DescribeDialog from "#lib/registers/incidents/dialogs/facts/describe-dialog.svelte";
import EntryDialog from "#lib/registers/incidents/dialogs/facts/entry-dialog.svelte";
import ProcessorDialog from "#lib/registers/incidents/dialogs/facts/processor-dialog.svelte";
import TimesDialog from "#lib/registers/incidents/dialogs/facts/times-dialog.svelte";
import TriageDialog from "#lib/registers/incidents/dialogs/facts/triage-dialog.svelte";
import GrantDialog from "#lib/registers/incidents/dialogs/grant-dialog.svelte";
import ReasonDialog from "#lib/registers/incidents/dialogs/reason-dialog.svelte";
import AddPeopleDialog from "#lib/registers/incidents/dialogs/tell/add-people-dialog.svelte";
import LetterDialog from "#lib/registers/incidents/dialogs/tell/letter-dialog.svelte";
import NoticeDialog from "#lib/registers/incidents/dialogs/tell/notice-dialog.svelte";
import NotifyDialog from "#lib/registers/incidents/dialogs/tell/notify-dialog.svelte";
import SentDialog from "#lib/registers/incidents/dialogs/tell/sent-dialog.svelte";
import ToldDialog from "#lib/registers/incidents/dialogs/tell/told-dialog.svelte";
import { actionRow } from "#lib/registers/incidents/rows.ts";
import AddendumDialog from "#lib/registers/reviews/addendum-dialog.svelte";
import { itemRow, reviewRow } from "#lib/registers/reviews/api.ts";
import ItemDialog from "#lib/registers/reviews/decide-dialog.svelte";
import HoldDialog from "#lib/registers/reviews/hold-dialog.svelte";
import SignDialog from "#lib/registers/reviews/sign-dialog.svelte";
import TeamDialog from "#lib/registers/reviews/team-dialog.svelte";
import SettingsForm from "#lib/settings/settings-form.svelte";
import type { SeenRow } from "#lib/state/seen.svelte.ts";
import { incidentWith } from "../incidents/case.ts";
import { asked, changedBehind, close, control, fill, press, send, serveActs, show, text } from "./acting.ts";
import { Live } from "./live.svelte.ts";

afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

const me = "user00000000002";
const tom = personRow.parse({
  id: "user00000000003",
  name: "Tom Reed",
  email: "tom@harbour.example",
  role: "manager",
  practitioner: false,
  active: true,
  until: "",
  enrolled: true,
  invitedUntil: "",
  version: 1,
});
const priya = { ...tom, id: me, name: "Priya Raman", email: "priya@harbour.example", role: "dpo" as const };
const clinic = clinicRow.parse({
  id: "clinic000000000",
  name: "Harbour Physio",
  nation: "england",
  careRegulator: "none",
  legalForm: "body",
  nhsWork: "no",
  timeZone: "Europe/London",
  regulator: "",
  leadTitle: "lead",
  lead: me,
  deputyLead: "",
  mailDomains: ["harbour.example"],
  approvedDomains: [],
  approvedSystem: "the portal",
  reviewDay: "",
  mailOverride: true,
  staffPapersPass: false,
  mailRules: null,
  sites: [],
  siteKinds: null,
  adaptersRevision: 0,
  adapterNames: null,
  diskEncrypted: true,
  controller: "",
  duty: "",
  deputy: "",
  since: "",
  profile: null,
  registration: "",
  sector: "",
  address: "",
  publicForm: false,
  publicPhone: "",
  registersOff: null,
  candourReports: null,
  version: 1,
});
const names = (id: string) => [tom, priya].find((one) => one.id === id)?.name ?? "somebody";
const ended = vi.fn();
const around = { onend: ended, ondone: async () => undefined, nameOf: names };

/** One way to an act: what is opened upon a row, what is typed, and how somebody else changes that row meanwhile. */
interface Way {
  readonly name: string;
  readonly action: string;
  readonly open: () => Promise<Live<{ readonly id: string; readonly version: number }>>;
  /** How the row is changed by somebody else, and the words that tell of it. */
  readonly change: object;
  readonly says: string;
  readonly typed: Readonly<Record<string, string | true>>;
  /** The server compares nothing: what is added stands beside what somebody else changed. */
  readonly adds?: true;
  /** Where the compared version stands in what is asked. */
  readonly at?: "seen";
}

const showFor = async (component: unknown, props: object) => await show(component as Component<never>, props);

function inCase(
  action: string,
  component: unknown,
  typed: Way["typed"],
  more: object = {},
  { adds, incident = {} }: { adds?: true; incident?: object } = {},
): Way {
  return {
    name: action,
    action,
    typed,
    ...(adds && { adds }),
    change: { title: "Another title" },
    says: "the title: “Something reached the wrong person” →, now “Another title”",
    open: async () => {
      const live = new Live(
        incidentWith({ state: "breach", triagedAt: "2026-10-25T08:00:00.000Z", ...incident }),
      );
      const rest = {
        affected: [],
        accounts: [],
        actions: [],
        reports: [],
        evidence: [],
        grants: [],
        conflicts: [],
      };
      const view = {
        get file() {
          return { incident: live.value, timeline: [], ...rest } as CaseFile;
        },
        clinic,
        people: [priya, tom],
        colleagues: [priya, tom],
        nameOf: names,
        reload: async () => undefined,
      } as Partial<CaseView>;
      await showFor(component, { view, onend: ended, ...more });
      return live;
    },
  };
}

const byReason = (
  action: "breaches.reopen" | "breaches.withdraw" | "breaches.conflict" | "breaches.addendum",
) =>
  inCase(
    action,
    ReasonDialog,
    { "#reason": "Because it is so." },
    {
      title: action,
      yes: "Do it",
      done: "Done.",
      send: (reason: string, seen: SeenRow) =>
        action === "breaches.addendum" ? act(action, { text: reason }, seen) : act(action, { reason }, seen),
    },
    action === "breaches.conflict" || action === "breaches.addendum" ? { adds: true } : {},
  );

const question = icoQuestions.find(({ type }) => type === "text");
const report = { id: "report000000001", number: 1, madeAt: "2026-10-25T08:00:00.000Z", sentAt: "" };
const affected = {
  id: "person000000001",
  recordRef: "12",
  system: "cliniko:harbour.uk2",
  toBeTold: true,
  toldAt: "",
};

const incidents: Way[] = [
  inCase("breaches.triage", TriageDialog, { "#reason": "It left the house." }, { verdict: "breach" }),
  inCase("breaches.advise", AdviseDialog, { "#advice-tell-ico": true, "#reason": "It left the house." }),
  inCase("breaches.decide", DecideDialog, { "#ico": true, "#people": true, "#reason": "It left the house." }),
  inCase("breaches.assess", AssessDialog, {}),
  inCase("breaches.notify", NotifyDialog, { "#reference": "IC-12" }),
  inCase("breaches.describe", DescribeDialog, { "#peopleCount": "12" }),
  inCase("breaches.setTimes", TimesDialog, {
    "#occurredFrom": "20",
    "#occurredFrom-month": "10",
    "#occurredFrom-year": "2026",
    "#occurredFrom-hour": "10",
    "#occurredFrom-minute": "40",
  }),
  inCase("breaches.answer", AnswerDialog, { "#value": "Nobody answered." }, { question, answer: "" }),
  inCase("breaches.processor", ProcessorDialog, { "#name": "A letter shop" }),
  inCase("breaches.contain", ContainDialog, { "#how": "It came back." }),
  inCase("breaches.notice", NoticeDialog, { "#note": "By telephone." }, { notice: otherNotices[0] }),
  inCase("breaches.close", CloseDialog, { "#reason": "It is over." }),
  inCase("breaches.letter", LetterDialog, {
    "#happened": "A letter went.",
    "#consequences": "None.",
    "#done": "All.",
  }),
  byReason("breaches.reopen"),
  byReason("breaches.withdraw"),
  byReason("breaches.conflict"),
  byReason("breaches.addendum"),
  inCase("breaches.entry", EntryDialog, { "#text": "Somebody called." }, {}, { adds: true }),
  inCase(
    "breaches.addPeople",
    AddPeopleDialog,
    { "#system": "cliniko:harbour.uk2", "#people": "4711" },
    {},
    { adds: true },
  ),
  inCase("breaches.account", AddAccountDialog, { "#users": true, "#systems": true }, {}, { adds: true }),
  inCase("breaches.open", GrantDialog, { "#users": true, "#reason": "An outside view." }, {}, { adds: true }),
  inCase("breaches.sent", SentDialog, {}, { version: report }, { adds: true }),
  inCase("breaches.person", ToldDialog, { "#toldHow": "by letter" }, { people: [affected] }, { adds: true }),
  inCase(
    "breaches.peopleTold",
    ToldDialog,
    { "#toldHow": "by letter" },
    { people: [affected, { ...affected, id: "person000000002" }] },
    { adds: true },
  ),
];

const action = actionRow.parse({
  id: "action000000001",
  text: "Two people check each envelope.",
  owner: me,
  due: "2026-12-24",
  doneAt: "",
  doneBy: "",
  doneNote: "",
  verifiedAt: "",
  verifiedBy: "",
  cancelledAt: "",
  cancelledReason: "",
  version: 1,
});
const cancel: Way = {
  name: "actions.cancel",
  action: "actions.cancel",
  typed: { "#reason": "It was done otherwise." },
  change: { owner: tom.id },
  says: "who does it: Priya Raman →, now Tom Reed",
  open: async () => {
    const live = new Live(action);
    const file = { incident: incidentWith() };
    const view = { file, nameOf: names, reload: async () => undefined };
    await showFor(CancelDialog, {
      view,
      get action() {
        return live.value;
      },
      onend: ended,
    });
    return live;
  },
};

const ofPerson = (kind: string, name: string, typed: Way["typed"] = {}, person = tom): Way => ({
  name,
  action: name,
  typed,
  change: { name: "Thomas Reed" },
  says: "the name: “Tom Reed” →, now “Thomas Reed”",
  open: async () => {
    const live = new Live(person);
    await showFor(PersonDialogs, {
      act: { kind, person },
      get people() {
        return [live.value];
      },
      accounts: [],
      clinic,
      ...around,
    });
    return live;
  },
});
const people: Way[] = [
  ofPerson("change", "users.change", { "#name": "Tommy Reed" }),
  ofPerson(
    "invite",
    "users.invite",
    { "#email": "tom@harbour.example" },
    { ...tom, email: "", enrolled: false, role: "staff" },
  ),
  ofPerson("link", "users.reenrol"),
  ofPerson("sessions", "users.endSessions"),
  ofPerson("deactivate", "users.deactivate"),
  ofPerson("activate", "users.activate", {}, { ...tom, active: false }),
];

const desk = browserRow.parse({
  id: "browser00000001",
  name: "Front desk",
  holder: "person",
  device: "own",
  user: me,
  revoked: false,
  pairedAt: "",
  lastSeen: "",
  appVersion: "",
  adapters: null,
  waiting: 0,
  refused: 0,
  clockOffset: 0,
  noticeAtDesk: 0,
  ownDeviceReason: "",
  tokenIssued: "",
  chainMismatch: true,
  version: 1,
});
const ofBrowser = (kind: string, name: string, typed: Way["typed"] = {}): Way => ({
  name: `${name} (${kind})`,
  action: name,
  typed,
  change: { user: tom.id },
  says: "whose it is: Priya Raman →, now Tom Reed",
  open: async () => {
    const live = new Live(desk);
    await showFor(BrowserDialogs, {
      act: { kind, browser: desk },
      get browsers() {
        return [live.value];
      },
      ...around,
    });
    return live;
  },
});
const browsers: Way[] = [
  ofBrowser("rename", "browsers.change", { "#ask": "Room 3" }),
  ofBrowser("revoke", "browsers.revoke"),
  ofBrowser("allow", "browsers.allowOwnDevice", { "#ask": "Works from home." }),
  ofBrowser("forbid", "browsers.allowOwnDevice"),
  ofBrowser("settle", "browsers.settleMismatch", { "#ask": "A backup came back." }),
];

const review = reviewRow.parse({
  id: "review000000001",
  number: 1,
  weekOf: "2026-10-26",
  state: "held",
  asOf: "2026-10-27T09:00:00.000Z",
  preparedBy: me,
  heldAt: "",
  chair: me,
  deputyChair: "",
  attendance: [],
  learning: "",
  signedAt: "",
  signedBy: "",
  hash: "",
  ledgerSeq: 0,
  ledgerHash: "",
  missedReason: "",
  version: 1,
});
const item = itemRow.parse({
  id: "item00000000001",
  key: "incidents",
  subject: "breach000000001",
  title: "An incident",
  facts: { figures: [], lines: [], people: [] },
  decision: "",
  reason: "",
  action: "",
  version: 1,
});
const ofReview = (name: string, component: unknown, typed: Way["typed"], adds?: true): Way => ({
  name,
  action: name,
  typed,
  ...(adds && { adds }),
  change: { deputyChair: tom.id },
  says: "the deputy chair: nobody →, now Tom Reed",
  open: async () => {
    const live = new Live(review);
    await showFor(component, {
      get review() {
        return live.value;
      },
      people: [priya, tom],
      items: [item],
      message: "none",
      ...around,
    });
    return live;
  },
});
const reviews: Way[] = [
  ofReview("reviews.hold", HoldDialog, { "#chair": me }),
  ofReview("reviews.tell", TeamDialog, { "#learning": "Look twice." }),
  ofReview("reviews.sign", SignDialog, { "#code": "123456" }),
  ofReview("reviews.addendum", AddendumDialog, { "#text": "One more thing." }, true),
  {
    name: "reviews.decide",
    action: "reviews.decide",
    at: "seen",
    typed: { "#reason": "To the owner." },
    change: { decision: "defer", reason: "Next week." },
    says: "the decision: nothing →, now Deferred",
    open: async () => {
      const live = new Live(item);
      await showFor(ItemDialog, {
        review,
        get item() {
          return live.value;
        },
        decision: "refer",
        colleagues: [priya, tom],
        ...around,
      });
      return live;
    },
  },
];

const settings: Way = {
  name: "clinic.change",
  action: "clinic.change",
  typed: { "#name": "Harbour Physiotherapy" },
  change: { leadTitle: "Caldicott guardian" },
  says: "what you call the lead: “lead” →, now “Caldicott guardian”",
  open: async () => {
    const live = new Live(clinic);
    await showFor(SettingsForm, {
      get clinic() {
        return live.value;
      },
      people: [priya, tom],
      readonly: false,
      ondone: around.ondone,
    });
    return live;
  },
};

const ways: readonly Way[] = [...incidents, cancel, ...people, ...browsers, ...reviews, settings];

const typedNow = (typed: Way["typed"]) =>
  Object.entries(typed).map(([field, value]) =>
    value === true ? control(field).checked : control(field).value,
  );

describe("a dialog over a page that is read anew behind it", () => {
  it.each(ways)(
    "$name: sends the version that stood when it opened, and decides again upon the new one",
    async (way) => {
      ended.mockClear();
      const live = await way.open();
      const first = live.value;
      let current = first;
      serveActs(
        () => current,
        ({ version, data }) => (way.adds ? undefined : way.at ? Number(data.seen) : version),
      );
      const versions = () =>
        asked
          .filter((one) => one.action === way.action)
          .map(({ version, data }) => (way.at ? Number(data.seen) : version));
      for (const [field, value] of Object.entries(way.typed)) await fill(field, value);
      const typed = typedNow(way.typed);

      current = { ...first, ...way.change, version: 2 };
      await changedBehind(live, current);
      expect(text()).toContain(way.says);
      expect(typedNow(way.typed)).toEqual(typed);

      if (way.adds) {
        await send(() => asked.length > 0);
        expect(versions()).toEqual([1]);
        return;
      }
      await send(() => text().includes("Tom Reed changed this meanwhile."));
      expect(versions()).toEqual([1]);
      expect(text()).toContain(way.says);
      expect(text()).toMatch(/Tom Reed, (?:Sun )?25 Oct/);
      expect(typedNow(way.typed)).toEqual(typed);
      expect(ended).not.toHaveBeenCalled();

      // Sent again without having said so, it is refused again.
      await send(() => asked.length > 1);
      await vi.waitUntil(() => text().includes("Tom Reed changed this meanwhile."));
      expect(versions()).toEqual([1, 1]);
      await press("I have seen it: go on");
      expect(text()).not.toContain("changed this meanwhile");
      expect(typedNow(way.typed)).toEqual(typed);
      await send(() => asked.length > 2);
      expect(versions()[2]).toBe(2);
    },
  );
});
