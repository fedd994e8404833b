import type { DisputeReason, OverrideReason } from "#domain/ledger/mail-lists";
import type { Recipients } from "../guard/message/recipients.ts";
import type { HeldDocument } from "../guard/settle/judged.ts";
import type { StringKey } from "./strings.ts";

/** At which moment the person is asked: that decides the verbs. */
export type Moment = "attach" | "paste" | "send";

/** All that a dialog is made from. */
export interface Situation {
  readonly moment: Moment;
  /** Those that may not go on unasked, in order. */
  readonly held: readonly HeldDocument[];
  /** Names of files that were fine. */
  readonly passed: readonly string[];
  /** False where the page takes all files of a gesture at once, so that the fine ones wait for the answer. */
  readonly passedAlready: boolean;
  readonly recipients: Recipients;
  /** Outside addresses in To and Cc, where they are many. */
  readonly openly?: number;
  readonly clinic: { readonly name: string; readonly approvedSystem: string; readonly reviewDay: string };
  /** What the clinic's table says of it: `warn` lets it go with a click. */
  readonly does: "warn" | "block";
  readonly mayOverride: boolean;
  readonly reasons: readonly OverrideReason[];
  /** Words of the message that name the patient, where they can be taken out of its fields. They stay in this page. */
  readonly takeOut?: readonly string[];
  /** Whether it is one document for one address, so that an exception may be for it. */
  readonly oneForOne?: boolean;
  /** Whether the page's own file picker can be opened again from here. */
  readonly canChooseAgain: boolean;
}

/** What the person chose. */
export type Choice =
  | { readonly act: "exception" | "take-out" }
  | { readonly act: "remove" | "system" | "attach" | "keep-checking" | "unlocked" | "each" }
  | { readonly act: "not-patient"; readonly because?: Because<DisputeReason> }
  | ({ readonly act: "anyway" } & Because<OverrideReason>);

/** A reason from the list, and one sentence. */
export interface Because<Reason> {
  readonly reason: Reason;
  readonly sentence: string;
}
export type SimpleAct = Exclude<Choice["act"], "anyway" | "exception" | "take-out">;

export interface Button {
  readonly label: string;
  readonly act: SimpleAct;
}

/** Rows that open a form. */
export type Opens = "anyway" | "not" | "exception" | "take-out";

export interface Row {
  readonly label: string;
  readonly hint: string;
  /** A row that opens a form has an arrow; one with an act does it at once. */
  readonly opens?: Opens;
  readonly act?: SimpleAct;
}

export interface FileLine {
  readonly name: string;
  readonly fine: boolean;
  readonly state: string;
  readonly said: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly aside?: string;
}

/** A form that asks for a reason and one sentence. */
export interface BecauseForm<Reason extends string> {
  readonly title: string;
  readonly reasons: readonly (readonly [Reason, string])[];
  /** What the sentence is to leave out. */
  readonly hint: string;
  readonly submit: string;
  readonly recorded: string;
}

/** The form "Send anyway because…". */
export type AnywayForm = BecauseForm<OverrideReason>;

/** The panel that shows which words would be taken out. */
export interface TakeOutForm {
  readonly title: string;
  readonly said: string;
  readonly words: readonly string[];
  readonly submit: string;
}

/** The panel "Use an approved exception", and its form to ask for one. */
export interface ExceptionForm {
  readonly title: string;
  readonly submit: string;
  readonly asking: BecauseForm<OverrideReason>;
}

/** The form "It isn't a patient document" where it asks no reason. */
export interface NotForm {
  readonly title: string;
  readonly said: string;
  readonly submit: string;
}

/** The dialog in words, ready to be drawn. */
export interface DialogModel {
  readonly clinic: string;
  readonly narrow: boolean;
  readonly title: string;
  readonly seen: string;
  readonly facts: readonly Fact[];
  readonly files: readonly FileLine[];
  readonly rule?: { readonly strong?: string; readonly said: string };
  readonly first: Button;
  readonly second?: Button;
  readonly after?: string;
  readonly rows: readonly Row[];
  readonly recorded: string;
  readonly anyway?: AnywayForm;
  readonly exception?: ExceptionForm;
  readonly takeOut?: TakeOutForm;
  /** One of the two: with strong evidence and somebody outside it asks for a reason too. */
  readonly not?: NotForm;
  readonly notBecause?: BecauseForm<DisputeReason>;
  /** Keys of all that is shown. */
  readonly keys: readonly StringKey[];
}
