import { advise, assessmentVersion } from "#domain/breach/assessment";
import { canonicalJson } from "#domain/canonical-json";
import { clinicId } from "#domain/clinic";
import { append } from "../../ledger/append.ts";
import { execute, rowsOf } from "../../ledger/database.ts";
import { openFromMail } from "../../register/from-mail.ts";
import { snapshotOf } from "../../register/snapshot.ts";
import { newRecord, writeRow } from "../rows.ts";
import { newId } from "../secrets.ts";
import { stored } from "../time.ts";
import type { Ids } from "./days.ts";
import { type Calendar, instantAt } from "./happening.ts";
import { incidents, type StoryIncident } from "./incident-story.ts";

/** The example's incidents: what waits for an answer, a near miss, and a breach that was told, sent and closed. */
export function makeIncidents(tx: pb.App, calendar: Calendar, ids: Ids): void {
  execute(
    tx,
    `UPDATE clinic SET controller = {:ingrid}, duty = {:ingrid}, deputy = {:priya}, since = '2012-03-01 00:00:00.000Z',
       profile = {:profile}, registration = 'ZA000000', sector = 'Health', address = '1 Quay Street, Whitstable'
     WHERE id = {:clinicId}`,
    {
      clinicId,
      ingrid: ids.person("ingrid"),
      priya: ids.person("priya"),
      profile: JSON.stringify({ cqc: true, nhs: false, insured: true, commissioned: false }),
    },
  );
  for (const [person, daysAgo] of trained) {
    const at = calendar.at(daysAgo, 12);
    const row = { id: newId(), user: ids.person(person), completedOn: instantAt(at).slice(0, 10) };
    const by = ids.person("priya");
    writeRow(tx, newRecord(tx, "training_entries", { ...row, by, at: stored(instantAt(at)) }));
  }
  for (const [i, story] of incidents.entries()) new Telling(tx, calendar, ids, story).tell(i + 1);
  const traces = rowsOf(
    tx,
    ["trace"],
    "SELECT DISTINCT trace FROM events WHERE kind = 'mail.outcome' AND trace <> ''",
  );
  openFromMail(
    tx,
    traces.map(([trace]) => String(trace)),
  );
}

/** Days before today on which somebody completed the course; Maya's is over two years old. */
const trained: readonly (readonly [string, number])[] = [
  ["tom", 210],
  ["joss", 212],
  ["amara", 330],
  ["maya", 761],
  ["ingrid", 90],
];

class Telling {
  readonly #tx: pb.App;
  readonly #calendar: Calendar;
  readonly #ids: Ids;
  readonly #story: StoryIncident;
  readonly #id = newId();
  #seq = 0;

  constructor(tx: pb.App, calendar: Calendar, ids: Ids, story: StoryIncident) {
    this.#tx = tx;
    this.#calendar = calendar;
    this.#ids = ids;
    this.#story = story;
  }

  tell(number: number): void {
    const story = this.#story;
    const day = this.#calendar.workday(story.daysAgo);
    const start = Math.min(this.#calendar.at(day, story.hour), this.#calendar.now - 3 * hour);
    const at = (hours: number) =>
      stored(instantAt(Math.min(start + hours * hour, this.#calendar.now - minute)));
    const person = (key: string) => this.#ids.person(key);
    const decided = story.verdict !== undefined;
    const row = {
      id: this.#id,
      number,
      state: "reported",
      title: story.title,
      kind: story.kind,
      types: story.verdict === "breach" ? ["confidentiality"] : [],
      origin: story.origin,
      text: story.text,
      noticedAt: at(0),
      occurredFrom: at(-0.5),
      detectedAt: at(0),
      reportedInternallyAt: at(0.1),
      openedAt: at(0.1),
      provisionalFrom: at(0),
      reporter: person(story.reporter),
      senders: story.senders.map(person),
      holder: person("ingrid"),
      deputy: person("priya"),
      answers: {},
      otherNotices: {},
      form: {},
      closedGaps: [],
      peopleCount: -1,
      recordsCount: -1,
      version: 1,
    };
    const more = decided ? { ...this.#decided(at), ...this.#finished(at) } : {};
    const breach = newRecord(this.#tx, "breaches", { ...row, ...more });
    writeRow(this.#tx, breach);
    for (const [after, kind, what, text, by] of this.#lines())
      this.#line(at(after), kind, what, text, person(by));
    if (story.finished) this.#finish(breach, at);
    append(this.#tx, [
      {
        kind: "breaches.act",
        user: person(story.reporter),
        trace: this.#id,
        detail: acted(this.#id, "example"),
      },
    ]);
  }

  #decided(at: (hours: number) => string) {
    const { verdict, reason = "" } = this.#story;
    const state = verdict === "neither" ? "withdrawn" : verdict;
    const by = this.#ids.person("ingrid");
    const aware = verdict === "breach" ? { awareAt: at(0) } : {};
    return { state, triageVerdict: verdict, triageReason: reason, triagedBy: by, triagedAt: at(1), ...aware };
  }

  /** Everything that a finished breach has: assessed, advised, decided, told, contained, closed. */
  #finished(at: (hours: number) => string) {
    if (!this.#story.finished) return {};
    const answers = {
      living: "yes",
      risk: "likely",
      highRisk: "no",
      whoHasIt: "known",
      ongoing: "no",
    } as const;
    return {
      state: "closed",
      stateBefore: "breach",
      answers,
      assessmentVersion,
      toolAdvice: advise(answers),
      leadAdvice: "tell-ico",
      leadReason: "Fourteen people can be recognised, and what they come for.",
      leadBy: this.#ids.person("priya"),
      leadAt: at(4),
      controllerIco: "tell",
      controllerPeople: "tell",
      controllerReason: "As advised; the people should hear it from us.",
      controllerBy: this.#ids.person("ingrid"),
      controllerAt: at(5),
      icoSentAt: at(22),
      icoEnteredAt: at(22),
      icoReference: "IC-000000-X1",
      cause: "wrong-address",
      containedAt: at(3),
      containedHow: "The recipient deleted it and confirmed so in writing.",
      peopleCount: 14,
      recordsCount: 14,
      otherNotices: { insurer: { done: true, at: at(23).replace(" ", "T"), note: "By telephone." } },
      form: {
        reason: "threshold",
        org_size: "under250",
        how_occurred: "The address was completed by the mail program, and not looked at.",
        how_discovered: "The recipient telephoned the front desk.",
        preventive_measures: "The guard held the list; it was sent anyway.",
        cyber_incident: "no",
        data_categories: ["health", "basic-identifiers"],
        subject_categories: ["patients"],
        consequences: "None so far.",
        likelihood: "unlikely",
        training_desc: "A course once a year, and a talk at the start.",
      },
      closedAt: at(160),
      closedBy: this.#ids.person("priya"),
      closedReason: "",
      version: 12,
    };
  }

  #lines(): readonly (readonly [number, string, string, string, string])[] {
    const { text, reporter, verdict, reason = "", finished, lines = [] } = this.#story;
    const opened = [0, this.#story.origin === "told" ? "told" : "system", "open", text, reporter] as const;
    const decided = verdict ? ([[1, "decision", "triage", reason, "ingrid"]] as const) : [];
    const ended = finished
      ? ([
          [4, "decision", "advise", "Fourteen people can be recognised, and what they come for.", "priya"],
          [5, "decision", "decide", "As advised; the people should hear it from us.", "ingrid"],
          [22, "notice", "notify", "", "ingrid"],
          [160, "decision", "close", "", "priya"],
        ] as const)
      : [];
    return [
      opened,
      ...decided,
      ...lines.map((line) => [line.hours, "entry", "", line.text, "priya"] as const),
      ...ended,
    ];
  }

  #line(at: string, kind: string, what: string, text: string, by: string): void {
    this.#seq += 1;
    const row = { id: newId(), breach: this.#id, seq: this.#seq, at, kind, what, text, by, enteredAt: at };
    writeRow(this.#tx, newRecord(this.#tx, "breach_entries", row));
  }

  /** Its people told, its account reset, its action verified, and the version that was sent. */
  #finish(breach: pb.Record, at: (hours: number) => string): void {
    const add = (collection: string, row: { readonly [field: string]: unknown }) =>
      writeRow(this.#tx, newRecord(this.#tx, collection, { id: newId(), breach: this.#id, ...row }));
    const person = (key: string) => this.#ids.person(key);
    for (let i = 0; i < 14; i++) {
      const recordRef = String(1_000_400 + i * 37);
      const told = { toBeTold: true, toldAt: at(30 + i), toldHow: "Letter", letterVersion: "1" };
      add("breach_people", { recordRef, system: "cliniko:harbour.uk2", ...told });
    }
    const steps = { informedAt: at(6), resetAt: at(6.2), confirmedAt: at(7) };
    add("breach_accounts", { user: person("joss"), system: "mail", ...steps });
    add("actions", {
      register: "breaches",
      subject: this.#id,
      text: "Turn off completion of addresses at the front desk.",
      owner: person("tom"),
      due: at(100).slice(0, 10),
      doneAt: at(40),
      doneBy: person("tom"),
      verifiedAt: at(60),
      verifiedBy: person("priya"),
      by: person("ingrid"),
      at: at(6),
      version: 3,
    });
    const report = snapshotOf(this.#tx, breach, Date.parse(at(161).replace(" ", "T")));
    const snapshot = canonicalJson(report);
    const hash = $security.sha256(snapshot);
    const { version: number, ledgerSeq } = report;
    add("breach_reports", {
      number,
      snapshot,
      hash,
      ledgerSeq,
      madeBy: person("priya"),
      madeAt: at(161),
      sentAt: at(162),
    });
    const detail = { ...acted(this.#id, "version"), hash };
    append(this.#tx, [{ kind: "breach_reports.act", user: person("priya"), trace: this.#id, detail }]);
  }
}

const minute = 60_000;
const hour = 60 * minute;
const acted = (id: string, action: string) => ({ v: 1, id, action });
