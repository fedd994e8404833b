import type { NamedSite } from "#domain/clinic/named-site";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import type { Context } from "#domain/detector/verdict";
import type { LookAnswer } from "#domain/registers/exceptions/in-browser";
import type { ReleaseAnswer } from "#domain/registers/releases/answer";
import type { BrowserDocument, BrowserLesson, DueLessons } from "#domain/registers/training/in-browser";
import type { MailAdapter } from "#domain/sites/adapter";
import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import type { ListForDesk } from "./exact/for-desk.ts";
import type { MessageName, NotKept } from "./messages.ts";
import type { PairingProblem } from "./pairing/problems.ts";
import type { Status } from "./policy/status.ts";
import type { Refusal } from "./reports/refusal.ts";

/** The policy as a content script may know it: no key, no people, no accounts. */
export interface GuardPolicy {
  readonly revision: string;
  readonly clinic: PolicyAnswer["clinic"];
  readonly mail: PolicyAnswer["mail"];
  /** What watches this frame's host: as the clinic's policy names it, or as a shipped adapter does; null for nothing. */
  readonly site: NamedSite | null;
  /** Of a clinical system: labels of its buttons that send by e-mail and are approved; absent where the server knows of none. */
  readonly mailButtons?: readonly string[];
}

/** What watches a frame: facts alone, as this version ships them or the clinic has corrected them. */
export type Adapter = MailAdapter | ClinicalAdapter;

/** A page that the clinic named, in a browser that can't watch it: files are held there, and the page says so. */
export interface Unwatched {
  /** `no-rules`: paired, and the clinic's rules can't be read here until they are fetched anew. */
  readonly why: "not-paired" | "no-rules";
}

export type HelloAnswer = (
  | { readonly paired: false; readonly unwatched: Unwatched | null }
  | { readonly paired: true; readonly version: string; readonly policy: GuardPolicy }
) & { readonly adapter: Adapter | null };

/** `kept` with the id '' : on a worker's own device nothing is recorded, and nothing stands in the way either. */
export type KeptAnswer =
  | { readonly kept: true; readonly id: string }
  | { readonly kept: false; readonly why: NotKept };

/** Where a document came from, and the trace that ties it to the record; '' once something was sent under it. */
export type ProvenanceAnswer = {
  readonly trace: string;
  readonly provenance: NonNullable<Context["provenance"]>;
  /** Digest of the record, by which its patient's address is known. */
  readonly record?: string;
} | null;

/** One for each address. */
export type WhoseAnswer = readonly ("same" | "other" | "unknown")[];

export type PairAnswer =
  | { readonly paired: true; readonly tabs: number }
  | { readonly paired: false; readonly problem: PairingProblem; readonly server: string };

/** `unreachable`: not sent, and kept nowhere. `unknown`: nobody asks this any more. */
export type RecipientAnswer =
  | { readonly sent: true }
  | {
      readonly sent: false;
      readonly why: "unreachable" | "not-paired" | "unknown" | "names-a-patient";
    };

export type ReportAnswer =
  | {
      readonly sent: true;
      /** null for a confidential one: its number lies with the lead. */
      readonly number: number | null;
      /** Name of who was asked about it, or keeps it; '' where nobody here could be. */
      readonly asked: string;
      /** Whether the last event was linked. */
      readonly added: boolean;
    }
  | { readonly sent: false; readonly why: "unreachable" | "not-paired" }
  | ({ readonly sent: false; readonly why: "refused" } & Refusal);

type NotKnown = { readonly known: false; readonly said: string };
/** How an exception for one document and one address stands; or why that is not known here, as a sentence. */
export type ExceptionAnswer = ({ readonly known: true } & LookAnswer) | NotKnown;
export type LessonsAnswer = ({ readonly known: true } & DueLessons) | NotKnown;
/** `picture` is a `data:` address; '' where there is none to show. */
export type LessonAnswer =
  | { readonly known: true; readonly taught: BrowserLesson; readonly picture: string }
  | NotKnown;
export type LessonTaken = { readonly taken: true } | { readonly taken: false; readonly said: string };
export type DocumentAnswer = { readonly known: true; readonly read: BrowserDocument } | NotKnown;
/** A `data:` address; '' where it can't be had here. */
export type DocumentFile = string;
export type DocumentKept = { readonly kept: true } | { readonly kept: false; readonly said: string };
/** `not-known`: the server did not answer, or nobody is here; then nothing is given. Never from what was kept. */
export type ReleaseHere =
  | Exclude<ReleaseAnswer, { readonly is: "which" }>
  | { readonly is: "not-known"; readonly why: "unreachable" | "no-record" | "nobody-here" };

/** What each message is answered with. */
export interface Answers extends Record<MessageName, unknown> {
  hello: HelloAnswer;
  event: KeptAnswer;
  record: KeptAnswer;
  place: null;
  coverage: null;
  "frame-watched": { readonly watched: boolean };
  canary: null;
  held: null;
  "sentence-screen": { readonly leaveOut: string };
  provenance: ProvenanceAnswer;
  /** One for each name, in their order. */
  "file-origins": readonly ProvenanceAnswer[];
  "record-shown": null;
  whose: WhoseAnswer;
  "known-sizes": { readonly sizes: readonly number[] };
  "mark-bytes": null;
  "exception-look": ExceptionAnswer;
  "exception-ask": ExceptionAnswer;
  "exception-use": ExceptionAnswer;
  settling: null;
  "desk-nonce": null;
  "desk-open": { readonly confirmed: boolean };
  "exact-list": ListForDesk;
  "open-page": null;
  "open-system": { readonly opened: boolean };
  "recipient-owed": { readonly asked: boolean };
  "recipient-open": { readonly trace: string | null };
  "recipient-screen": { readonly wrong: string };
  "recipient-later": null;
  "recipient-answer": RecipientAnswer;
  report: ReportAnswer;
  colleagues: { readonly people: readonly { readonly id: string; readonly name: string }[] };
  lessons: LessonsAnswer;
  lesson: LessonAnswer;
  "lesson-take": LessonTaken;
  document: DocumentAnswer;
  "document-file": DocumentFile;
  "document-says": DocumentKept;
  "message-read": { readonly kept: boolean };
  "mail-programs": { readonly kept: boolean };
  "release-ask": ReleaseHere;
  "release-told": { readonly kept: boolean };
  "banner-here": { readonly lines: readonly string[] };
  "record-banner": { readonly lines: readonly string[] };
  status: Status;
  refresh: null;
  "send-now": null;
  pair: PairAnswer;
  unpair: { readonly lost: number };
  "trouble-seen": null;
  choose: null;
  "notice-shown": KeptAnswer;
  "sites-changed": null;
  "reload-tabs": { readonly reloaded: number };
}
