import { newId } from "../../new-id.ts";
import type { PairedStatus } from "../../policy/status.ts";
import type { LastEvent } from "../../records/last-events.ts";
import { dropDraft, keepDraft, keptDraft, keptWhere } from "../../reports/draft.ts";
import {
  asksWho,
  emptyFields,
  type FieldErrors,
  type FieldName,
  fieldErrors,
  mayAddEvent,
  type ReportFields,
  reportOf,
} from "../../reports/fields.ts";
import { earlierAt, type Noticed } from "../../reports/noticed.ts";
import { send } from "../../send.ts";
import { texts } from "../texts/report.ts";
import { leadName, notSent, sentSaid } from "./report-words.ts";

/** Fields of the form that the server may find fault with, by its own names. */
const ours: Readonly<Record<string, FieldName>> = {
  reporter: "reporter",
  noticedAt: "noticed",
  text: "text",
  slip: "slip",
  slipBy: "slip",
  about: "about",
};

/** A report in the popup, from its draft to its being sent. */
export class ReportForm {
  fields = $state<ReportFields>({ ...emptyFields });
  errors = $state.raw<FieldErrors>({});
  people = $state.raw<readonly { readonly id: string; readonly name: string }[]>([]);
  busy = $state(false);
  /** Why it was not sent; '' while nothing went wrong. */
  failed = $state("");
  sent = $state.raw<{ readonly to: string; readonly said: string } | undefined>();
  /** When the draft that the form began with was kept. */
  draftOf = $state<number | undefined>();
  /** What "just now" means. */
  readonly opened = Date.now();
  readonly desk: boolean;
  readonly zone: string;
  readonly event: LastEvent | undefined;
  readonly lead: string;
  readonly #person: string;
  /** Of what is written now; '' until it is sent for the first time. */
  #id = "";

  constructor({ policy, person, events }: PairedStatus) {
    this.desk = policy.browser.holder === "desk";
    this.zone = policy.clinic.timeZone;
    this.lead = leadName(policy.clinic);
    this.people = policy.people;
    this.event = events.find(({ trace }) => trace !== undefined);
    this.#person = person;
  }

  async start(): Promise<void> {
    const draft = await keptDraft(this.#person);
    if (draft) {
      const { fields, savedAt } = draft;
      // What was just now then has its time today.
      const then = fields.when === "now" ? earlierAt(savedAt, this.zone) : {};
      this.fields = { ...fields, ...then };
      this.draftOf = savedAt;
      this.#id = draft.id ?? "";
    }
    const { people } = await send("colleagues", {}).catch(() => ({ people: [] }));
    if (people.length > 0) this.people = people;
  }

  get noticed(): Noticed {
    const { when, reading, which } = this.fields;
    return { when, reading, which };
  }

  set noticed(noticed: Noticed) {
    Object.assign(this.fields, noticed);
  }

  /** Who it goes to: one that keeps a name, to the lead, and about the lead, to the deputy. */
  get to(): string {
    if (!this.fields.confidential) return texts.whoeverIsOnDuty;
    const about = this.people.find(({ id }) => id === this.fields.about)?.name;
    return asksWho(this.fields) && about === this.lead ? texts.theDeputy : this.lead;
  }

  get #around() {
    const { desk, zone, opened, event } = this;
    return { desk, zone, opened, now: Date.now(), event: event?.trace };
  }

  /** After every change: the draft is kept, and what was mended is no longer found fault with. */
  keep(): void {
    const wrong = fieldErrors(this.fields, this.#around);
    const shown = Object.keys(this.errors) as FieldName[];
    this.errors = Object.fromEntries(shown.map((field) => [field, wrong[field]]).filter(([, text]) => text));
    this.failed = "";
    // Other words are another report, should the first have arrived unheard of.
    this.#id = "";
    void this.#keep();
  }

  async #keep(): Promise<void> {
    const savedAt = this.fields.when === "now" ? this.opened : Date.now();
    const fields = $state.snapshot(this.fields);
    const id = this.#id === "" ? {} : { id: this.#id };
    await keepDraft({ person: this.#person, savedAt, fields, ...id }, this.desk);
  }

  async discard(): Promise<void> {
    this.fields = { ...emptyFields };
    this.errors = {};
    this.#id = "";
    this.draftOf = undefined;
    await dropDraft();
  }

  async send(): Promise<void> {
    if (this.busy) return;
    this.failed = "";
    this.errors = fieldErrors(this.fields, this.#around);
    this.#id ||= newId();
    const report = reportOf(this.fields, this.#around, this.#id);
    if (!report || Object.keys(this.errors).length > 0) return;
    this.busy = true;
    // The popup may close before the answer comes: its next one sends the same report.
    await this.#keep();
    const answer = await send("report", report).catch(() => ({ sent: false, why: "failed" }) as const);
    this.busy = false;
    if (answer.sent) {
      const wanted = report.event !== undefined && mayAddEvent(this.fields);
      this.sent = { to: answer.asked || this.to, said: sentSaid(answer, wanted) };
      await dropDraft();
      return;
    }
    if (answer.why === "refused") this.#refused(answer.field, answer.said);
    else this.failed = notSent(answer.why, keptWhere(this.fields, this.desk, this.#person));
  }

  #refused(field: string, said: string): void {
    this.#id = "";
    const known = ours[field];
    // A field that is not shown can't say it.
    const shown = known !== undefined && (known !== "about" || asksWho(this.fields));
    if (shown) this.errors = { [known]: said };
    else this.failed = texts.notSent(said);
  }
}
