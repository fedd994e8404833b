import type { Clinic } from "#lib/api/clinic.ts";
import type { Notice, NoticeDraft } from "#lib/api/notices.ts";
import type { FieldMessages } from "#lib/api/problem.ts";
import { read } from "#lib/format/time.ts";
import { regulator } from "#lib/state/regulator.svelte.ts";
import { readyScope, readyText } from "./ready-text.ts";

const key = "chaperone-notice-draft";

type Fields = {
  assessmentDecision: string;
  assessedBy: string;
  /** `yyyy-mm-dd`; '' while it is no date. */
  assessedOn: string;
  viewsSought: "yes" | "no" | "";
  views: string;
  scope: string;
  text: string;
  /** Number of the notice that was in force when the writing began; 0 before the first. */
  after: number;
};

/** A notice being written. It is kept on this computer until it is recorded or thrown away. */
export class NoticeDraftState {
  fields = $state<Fields>({
    assessmentDecision: "",
    assessedBy: "",
    assessedOn: "",
    viewsSought: "",
    views: "",
    scope: "",
    text: "",
    after: 0,
  });
  #keptAt = $state("");

  constructor(clinic: Clinic, leadName: string, current: Notice | undefined) {
    const start: Fields = {
      assessmentDecision: current?.assessmentDecision ?? "",
      assessedBy: leadName,
      assessedOn: "",
      viewsSought: "",
      views: "",
      scope: current?.scope ?? readyScope,
      text: current?.text ?? readyText(clinic, leadName, regulator),
      after: current?.number ?? 0,
    };
    this.fields = { ...start, ...kept() };
  }

  /** When the draft was last kept, as an instant; '' before that. */
  get keptAt(): string {
    return this.#keptAt;
  }

  keep(): void {
    localStorage.setItem(key, JSON.stringify(this.fields));
    this.#keptAt = new Date().toISOString();
  }

  drop(): void {
    localStorage.removeItem(key);
  }

  errors(now: number): FieldMessages {
    const { assessmentDecision, assessedBy, assessedOn, viewsSought, views, scope, text } = this.fields;
    const empty = (value: string): boolean => value.trim() === "";
    return {
      ...(empty(assessmentDecision) && { decision: "Enter what you decided, and why it is proportionate" }),
      ...(empty(assessedBy) && { "assessed-by": "Enter who decided it" }),
      ...((assessedOn === "" || read(assessedOn) > now) && {
        "assessed-on": "Enter the day it was decided, not later than today",
      }),
      ...(viewsSought === "" && { "views-sought": "Say whether the team was asked" }),
      ...(viewsSought !== "" &&
        empty(views) && {
          views: viewsSought === "yes" ? "Enter what the team said" : "Enter why the team was not asked",
        }),
      ...(empty(scope) && { scope: "Enter what is recorded, and where" }),
      ...(empty(text) && { text: "Enter the text that the team is shown" }),
    };
  }

  get asked(): NoticeDraft {
    const { viewsSought, ...rest } = this.fields;
    return { ...rest, viewsSought: viewsSought === "yes" };
  }
}

function kept(): Partial<Fields> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Partial<Fields>) : {};
  } catch {
    return {};
  }
}
