import type * as z from "zod/mini";
import type { Ruled } from "#domain/clinic/mail-rules";
import type { FindingKind, Strength, UnreadableReason } from "#domain/detector/verdict";
import type { details } from "#domain/ledger/event-kinds";
import type { DisputeReason, Gesture, Outcome, OverrideReason } from "#domain/ledger/mail-lists";
import type { Choice } from "../../dialog/model.ts";
import { newId } from "../../new-id.ts";
import { send } from "../../send.ts";
import { countsOf, goesOutside, isAnothers, type Recipients } from "../message/recipients.ts";
import { type HeldDocument, unreadBecause, whyUnread } from "./judged.ts";

type HeldDetail = z.infer<(typeof details)["mail.held"]>;
type OutcomeDetail = z.infer<(typeof details)["mail.outcome"]>;

/** What is told of one held gesture: kinds and counts, never a name, a word or an address. */
export interface Facts {
  readonly adapter: string;
  readonly how: Gesture;
  readonly held: readonly HeldDocument[];
  readonly recipients: Recipients;
  /** Keys of the sentences shown. */
  readonly shown: readonly string[];
  /** The cell of the clinic's table that decided. */
  readonly rule?: Ruled;
  /** Outside addresses in To and Cc, where somebody was asked about them. */
  readonly openly?: number;
}

const order: readonly Strength[] = ["strong", "weak", "unreadable", "none"];

/** The gravest of the documents: one that names a patient goes before one that could not be read. */
export function strengthOf(held: readonly HeldDocument[]): Strength {
  const all = held.map(({ judged }) => (judged.kind === "verdict" ? judged.verdict.strength : "unreadable"));
  return order.find((strength) => all.includes(strength)) ?? "none";
}

/** `mail.held` as an event takes it. */
export function heldDetail({ adapter, how, held, recipients, shown, rule, openly }: Facts): HeldDetail {
  const kinds = new Map<FindingKind, number>();
  for (const { judged } of held) {
    if (judged.kind !== "verdict") continue;
    for (const { kind } of judged.verdict.findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const unreadable = held.map(unreadableOf).find((reason) => reason !== undefined);
  const version = held.map(({ judged }) => judged.kind === "verdict" && judged.verdict.version).find(Boolean);
  return {
    v: 1,
    adapter,
    how,
    files: held.filter(({ kind }) => kind === "file").length,
    strength: strengthOf(held),
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })),
    ...(unreadable && { unreadable }),
    recipients: countsOf(recipients),
    shown: [...shown],
    detector: version || "none",
    ...(rule && { rule }),
    // A server that knows no rules takes neither.
    ...(rule && isAnothers(recipients) && { another: true as const }),
    ...(openly && { openly }),
  };
}

/** Why a document was not read, in the words that events know; the keys shown say it more exactly. */
function unreadableOf(one: HeldDocument): UnreadableReason | undefined {
  const why = whyUnread(one);
  const ours = unreadBecause.find((each) => each === why);
  if (ours) return ours === "came-along" || ours === "folder" ? "unknown-kind" : "timed-out";
  return why as UnreadableReason | undefined;
}

/** Outcomes by which somebody says that the check was wrong. */
const saidToBeNone: ReadonlySet<Outcome> = new Set(["not-a-patient-document", "disputed"]);

/** What the model saw in the gravest of the documents, for the list of those that it was wrong about. */
function sawIn(held: readonly HeldDocument[]): OutcomeDetail["saw"] {
  const worst = strengthOf(held);
  const verdicts = held.flatMap(({ judged }) => (judged.kind === "verdict" ? judged.verdict : []));
  return verdicts.find(({ strength }) => strength === worst)?.bands as OutcomeDetail["saw"];
}

export interface Ended {
  readonly outcome: Outcome;
  readonly reason?: OverrideReason | DisputeReason;
  readonly sentence?: string;
}

/** The two events of one held gesture, tied by their trace. They are kept in the background before they are sent. */
export class Report {
  readonly trace: string;
  readonly #facts: Facts;

  constructor(facts: Facts, trace: string | undefined) {
    this.#facts = facts;
    this.trace = trace ?? newId();
  }

  /**
   * The trace, where the server opens an incident if this goes by this choice: a patient for sure, and somebody outside.
   * What the clinic's own table lets go after a warning, or a practitioner by exception, opens none.
   */
  incidentBy(act: Choice["act"]): string | undefined {
    const { held, recipients } = this.#facts;
    if (act === "attach" || act === "exception") return undefined;
    return strengthOf(held) === "strong" && goesOutside(recipients) ? this.trace : undefined;
  }

  /** @returns Whether the background has kept it. */
  held(): Promise<boolean> {
    return this.#send("mail.held", heldDetail(this.#facts));
  }

  /** @returns Whether the background has kept it: nothing is let in by a choice that is on no record. */
  ended(ended: Ended): Promise<boolean> {
    const { adapter, held } = this.#facts;
    const files = held.filter(({ kind }) => kind === "file").length;
    const saw = saidToBeNone.has(ended.outcome) ? sawIn(held) : undefined;
    return this.#send("mail.outcome", {
      v: 1,
      adapter,
      files,
      strength: strengthOf(held),
      ...ended,
      ...(saw && { saw: [...saw] }),
    });
  }

  async #send(kind: "mail.held" | "mail.outcome", detail: HeldDetail | OutcomeDetail): Promise<boolean> {
    try {
      const { kept } = await send("event", {
        kind,
        occurredAt: new Date().toISOString(),
        trace: this.trace,
        detail,
      });
      return kept;
    } catch {
      // Nobody answers: the extension was updated or removed beneath this page.
      return false;
    }
  }
}
