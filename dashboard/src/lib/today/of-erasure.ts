import type { WaitingErasure } from "#domain/ledger/erasure";
import { asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const states: Readonly<Record<WaitingErasure["state"], string>> = {
  asked: "waits for a second person",
  done: "erased",
  withdrawn: "taken back",
  declined: "kept",
  lapsed: "ran out",
};

/** An erasure that waits for a second person. A refusal's row is the database's own, which is none of these. */
export const ofErasure: RowKind<WaitingErasure> = {
  read: () => undefined,
  columns: {
    state: ["where it stands", asWords(states)],
    decidedBy: ["who decided", asText],
    reason: ["why", asText],
  },
};
