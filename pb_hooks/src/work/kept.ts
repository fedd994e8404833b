import { keyCode } from "#domain/ledger/witness/code";
import { Held } from "#domain/ledger/witness/held-against";
import { keptIn } from "#domain/ledger/witness/witness";
import type { KeptAnswer } from "#domain/work/whole";
import { rowsOf } from "../base/database.ts";
import { isSignedBy, publicKey } from "../ledger/chain/checkpoint.ts";
import { head, linkAt } from "../ledger/chain/head.ts";

/** Most of what one text holds that is held against the log: each is a question by index, some a signature to verify. */
const most = 50;

/** Whether the log agrees with what somebody kept of it, in whatever text it stands. */
export function heldAgainstLog(app: pb.App, text: string): KeptAnswer {
  const { witnesses, keys, mistyped } = keptIn(text, $security.sha256);
  const last = head(app).seq;
  const held = new Held({
    hashAt: (seq) => linkAt(app, seq)?.hash,
    first: Number(rowsOf(app, ["seq"], "SELECT coalesce(min(seq), 0) AS seq FROM events")[0]?.[0]),
    last,
    publicKey: publicKey(),
    verifies: isSignedBy,
  });
  const found = witnesses.slice(0, most).map((one) => ({ seq: one.seq, is: held.add(one, "") }));
  const here = keyCode(publicKey(), $security.sha256);
  return {
    found,
    keys: keys.map((code) => ({ code, same: code === here })),
    mistyped: [...mistyped],
    concerned: held.concerned ?? null,
    last,
  };
}
