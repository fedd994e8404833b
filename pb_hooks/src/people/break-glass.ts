import { clinicId } from "#domain/clinic/clinic";
import { policy } from "#domain/policy";
import { execute } from "../base/database.ts";
import { after, isPast, stored } from "../base/time.ts";
import { append } from "../ledger/chain/append.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";

/**
 * Whether this superuser may do anything now: a window is open, and the request began on this machine. The process in
 * front sees where a request began, and says so by an address that it alone knows.
 */
export function isWindowOpen(e: Pick<pb.RequestEvent, "realIP">, superuser: pb.Record): boolean {
  const here = $os.getenv("CHAPERONE_SUPERUSER_ADDRESS");
  return here !== "" && e.realIP() === here && !isPast(superuser.getString("openUntil"));
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
