import { clinicId } from "#domain/clinic/clinic";
import { policy } from "#domain/policy";
import { execute } from "../base/database.ts";
import { after, isPast, stored } from "../base/time.ts";
import { append } from "../ledger/append.ts";
import { inLedgerTransaction } from "../ledger/transaction.ts";

/** Headers that a proxy adds, as PocketBase writes them: a request that carries one did not start on this machine. */
const forwarding = [
  "x_forwarded_for",
  "x_forwarded_host",
  "x_forwarded_proto",
  "x_real_ip",
  "forwarded",
  "via",
];

/** Whether this superuser may do anything now: a window is open, and the request comes from this machine itself. */
export function isWindowOpen(
  e: Pick<pb.RequestEvent, "remoteIP" | "requestInfo">,
  superuser: pb.Record,
): boolean {
  const local = ["127.0.0.1", "::1"].includes(e.remoteIP());
  const { headers } = e.requestInfo();
  const forwarded = forwarding.some((name) => (headers[name] ?? "") !== "");
  return local && !forwarded && !isPast(superuser.getString("openUntil"));
}

/**
 * Opens a window: a fresh random password, which ends the last one and its sessions, for half an hour.
 *
 * @returns What to print in the terminal.
 */
export function openWindow(app: pb.App): {
  readonly email: string;
  readonly password: string;
  readonly until: string;
} {
  const until = after(policy.breakGlassLasts);
  const password = $security.randomString(30);
  const superuser = app.findRecordsByFilter("_superusers", "id != ''", "created", 1, 0)[0];
  if (!superuser) throw new Error("there is no superuser");
  inLedgerTransaction(app, (tx) => {
    execute(tx, "UPDATE _superusers SET openUntil = ''");
    superuser.setPassword(password);
    superuser.refreshTokenKey();
    superuser.set("openUntil", stored(until));
    tx.save(superuser);
    append(tx, [{ kind: "clinic.act", detail: openedDetail }]);
  });
  return { email: superuser.email(), password, until };
}

const openedDetail = { v: 1, id: clinicId, action: "break-glass" };
