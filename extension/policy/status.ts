import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import type { ListStanding } from "../exact/standing.ts";
import type { Chain } from "../outbox/chain.ts";
import type { Trouble } from "../outbox/trouble.ts";
import type { LastEvent } from "../records/last-events.ts";
import type { Question } from "../reports/questions.ts";
import type { CoverState } from "./coverage.ts";
import type { Recording } from "./recording.ts";
import type { WatchedSite } from "./watched-sites.ts";

/** All that popup, pairing page and options show. It stays on this computer. Times are milliseconds since 1970. */
export interface Status {
  readonly version: string;
  /** The clinic this browser belongs to, or belonged to last. */
  readonly clinic: { readonly name: string; readonly system: string };
  /** When the pairing ended, how many events are kept until the next one and until when, and how many are lost. */
  readonly ended: {
    readonly at: string;
    readonly kept: number;
    readonly keptUntil: number;
    readonly lost: number;
  } | null;
  /** Paired, and the clinic's rules can't be read here until they are fetched anew. */
  readonly unruled: boolean;
  readonly paired: PairedStatus | null;
  /** While it is not paired: pages that hold files all the same. null: which pages were named can't be known. */
  readonly named: { readonly by: "kept" | "managed"; readonly hosts: readonly string[] } | null;
}

/** What is watched in the tab that was asked about. */
export interface PagePart {
  readonly host: string;
  readonly kind: WatchedSite["kind"];
  readonly state: CoverState | "not-reloaded";
}

export interface PairedStatus {
  readonly server: string;
  readonly pairedAt: string;
  readonly policy: Omit<PolicyAnswer, "referenceKey" | "accounts">;
  readonly policyFetchedAt: number;
  /** null for a page that is not on the list. */
  readonly page: PagePart | null;
  /** The record that is open in the tab, while its views are recorded. */
  readonly visit: {
    readonly ending: string;
    readonly since: number;
    readonly taken: number;
    /** Whom the page showed as signed in; '' for nobody. */
    readonly person: string;
    /** Name of the clinical system. */
    readonly system: string;
  } | null;
  readonly recording: Recording;
  readonly chosen: string | null;
  readonly events: readonly (LastEvent & { readonly waiting: boolean })[];
  /** Whose browser it is, or who was chosen at a shared desk; '' for nobody. */
  readonly person: string;
  /** Attempts of this person of which it was not said yet who received them. */
  readonly questions: readonly Pick<Question, "trace" | "at">[];
  readonly waiting: number;
  readonly refused: number;
  readonly receipts: number;
  readonly trouble: Trouble | null;
  readonly chainBroken: Chain["broken"];
  readonly silentSince: number | null;
  readonly offline: boolean;
  /** Last time the server acknowledged events. */
  readonly sent: number | null;
  readonly sites: readonly (WatchedSite & { readonly state: CoverState | "not-allowed" })[];
  /** Sites that the clinic named and that can't be watched in this browser, whatever anybody gives. */
  readonly closed: readonly { readonly host: string; readonly why: "unknown-here" | "closed" }[];
  /** What the clinic corrected was not taken. */
  readonly correctionsRefused: boolean;
  /** The list of the clinic's own patients in this browser. */
  readonly list: ListStanding;
  readonly marks: number;
}
