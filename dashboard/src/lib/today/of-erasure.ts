import { type WaitingErasure, waitingErasure } from "#domain/ledger/erasure";
import { asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";

const states: Readonly<Record<WaitingErasure["state"], string>> = {
  asked: "waits for a second person",
  done: "erased",
  withdrawn: "taken back",
  declined: "kept",
  lapsed: "ran out",
};

/** An erasure that waits for a second person. */
export const ofErasure: RowKind<WaitingErasure> = {
  read: (current) => waitingErasure.safeParse(current).data,
  columns: {
    state: ["where it stands", asWords(states)],
    decidedBy: ["who decided", asText],
    reason: ["why", asText],
  },
};
