import { namesAPatient } from "#domain/detector/screen";
import { learnWords } from "#domain/detector/screening/learned";
import type { AboutWhom, ReportKind, Slip } from "#domain/registers/incidents/kinds";
import type { ReportBody } from "#domain/registers/incidents/report-body";
import type { FieldMessages } from "#lib/api/problem.ts";
import { sentenceError } from "#lib/format/screened-words.ts";
import { MomentDraft } from "#lib/moment/moment-draft.svelte.ts";
import { newId } from "#lib/new-id.ts";

type Kept = {
  kind: ReportKind | "";
  noticedAt: string;
  text: string;
  confidential: boolean;
  aboutWhom: AboutWhom | "no" | "";
  about: string;
  slip: Slip | "";
  slipBy: string;
  /** Under which this wording was sent without an answer; '' before that. */
  id: string;
};

/**
 * A report being written. The draft is kept on this computer, by person, as far as it names no patient; a confidential
 * one in this tab alone, where a colleague at the same computer does not come upon it.
 */
export class ReportDraft {
  kind = $state<ReportKind | "">("");
  readonly noticed: MomentDraft;
  text = $state("");
  confidential = $state(false);
  /** "no": about nobody in particular. */
  aboutWhom = $state<AboutWhom | "no" | "">("");
  about = $state("");
  /** "Was it you, or somebody of your own?" */
  slip = $state<Slip | "">("");
  slipBy = $state("");
  /** Id of the last event, to be linked; '' for none. */
  event = $state("");
  #keptAt = $state("");
  #id = "";
  readonly #key: string;

  constructor(person: string, zone: string, nowMs: number) {
    // Without them the page knows the lists of names alone; the server has them in any case.
    import("#domain/detector/ordinary-word").then(
      ({ isOrdinary }) => learnWords(isOrdinary),
      () => undefined,
    );
    this.#key = `chaperone-report-draft:${person}`;
    this.noticed = new MomentDraft(zone, new Date(nowMs).toISOString());
    const kept = keptIn(sessionStorage, this.#key) ?? keptIn(localStorage, this.#key);
    if (kept === undefined) return;
    this.kind = kept.kind ?? "";
    this.text = kept.text ?? "";
    this.confidential = kept.confidential ?? false;
    this.aboutWhom = kept.aboutWhom ?? "";
    this.about = kept.about ?? "";
    this.slip = kept.slip ?? "";
    this.slipBy = kept.slipBy ?? "";
    this.#id = kept.id ?? "";
    if (kept.noticedAt) this.noticed.take(kept.noticedAt);
  }

  /** When the draft was last kept, as an instant; '' before that. */
  get keptAt(): string {
    return this.#keptAt;
  }

  /** After every change: other words are another report, should the first have arrived unheard of. */
  changed(): void {
    this.#id = "";
    this.#keep();
  }

  #keep(): void {
    const fields: Kept = {
      kind: this.kind,
      noticedAt: this.noticed.instant,
      // A sentence that names a patient stays on the screen alone.
      text: namesAPatient(this.text) ? "" : this.text,
      confidential: this.confidential,
      aboutWhom: this.aboutWhom,
      about: this.about,
      slip: this.slip,
      slipBy: this.slipBy,
      id: this.#id,
    };
    this.drop();
    (this.confidential ? sessionStorage : localStorage).setItem(this.#key, JSON.stringify(fields));
    this.#keptAt = new Date().toISOString();
  }

  drop(): void {
    sessionStorage.removeItem(this.#key);
    localStorage.removeItem(this.#key);
    this.#keptAt = "";
  }

  errors(nowMs: number): FieldMessages {
    const noticed = this.noticed.error(nowMs);
    const text = sentenceError(this.text, "Say in one or two sentences what happened");
    return {
      ...(this.kind === "" && { kind: "Choose what kind of thing happened" }),
      ...(noticed && { noticed }),
      ...(text && { text }),
      ...(this.slip === "" && { slip: "Say whether it was you, or somebody of your own" }),
      ...(this.confidential &&
        this.aboutWhom === "" && { "about-whom": "Say whether it is about a manager or the owner" }),
      ...(this.asksWho && this.about === "" && { about: "Choose who it is about" }),
    };
  }

  /** Whom it is about has to be named, so that they see nothing of it. */
  get asksWho(): boolean {
    return this.confidential && this.aboutWhom !== "" && this.aboutWhom !== "no";
  }

  /** The report to send. Its id is kept first, so that the same words sent again are the same report. */
  toSend(): ReportBody {
    this.#id ||= newId();
    this.#keep();
    return {
      id: this.#id,
      kind: this.kind === "" ? "other" : this.kind,
      noticedAt: this.noticed.instant,
      text: this.text.trim(),
      confidential: this.confidential,
      ...(this.asksWho && this.aboutWhom !== "no" && { aboutWhom: this.aboutWhom }),
      ...(this.asksWho && this.about !== outsider && { about: this.about }),
      ...(this.slip !== "" && { slip: this.slip }),
      ...(this.slip === "own" && this.slipBy !== "" && { slipBy: this.slipBy }),
      ...(this.event !== "" && { event: this.event }),
    };
  }
}

/** Stands for somebody who has no sign-in here: an owner, for one. */
export const outsider = "outsider";

function keptIn(storage: Storage, key: string): Partial<Kept> | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return typeof value === "object" && value !== null ? (value as Partial<Kept>) : undefined;
  } catch {
    return undefined;
  }
}
