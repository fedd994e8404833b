import { clinicId } from "#domain/clinic/clinic";
import { policy } from "#domain/policy";
import { execute, rowsOf } from "../base/database.ts";
import { after, isPast, stored } from "../base/time.ts";
import { append } from "../ledger/chain/append.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { recordOnce } from "../ledger/read/reading.ts";

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

const rowsRoute = /^GET \/api\/collections\/([A-Za-z0-9_]+)\/records/;
const readAction = "break-glass-read";

/** What the superuser reads is on the record by its collection, before it is shown: each once in 15 minutes. */
export function recordSuperuser(app: pb.App, superuser: pb.Record, route: string): void {
  const asked = rowsRoute.exec(route)?.[1];
  if (asked === undefined) return;
  const name = nameOf(app, asked);
  const kind = `${/^[a-z]/.test(name) ? name : "clinic"}.act`;
  const detail = { v: 1, id: clinicId, action: readAction };
  const event = { kind, user: superuser.id, detail };
  recordOnce(app, [{ of: [superuser.id, readAction, name], event }]);
}

function nameOf(app: pb.App, collection: string): string {
  try {
    return app.findCollectionByNameOrId(collection).name;
  } catch {
    return "";
  }
}

/** What was done past everybody since an instant: how often a window was opened, cases were read, and the lead was changed. */
export function brokenGlass(
  app: pb.App,
  from: string,
): Readonly<Record<"opened" | "cases" | "lead", number>> {
  const opened = rowsOf(
    app,
    ["n"],
    `SELECT count(*) AS n FROM events INDEXED BY idx_events_kind WHERE kind = 'clinic.act' AND receivedAt >= {:from}
       AND detail <> '' AND detail->>'action' = '${openedDetail.action}'`,
    { from },
  );
  const done = rowsOf(
    app,
    ["kind", "detail"],
    `SELECT kind, detail FROM events WHERE user <> '' AND user IN (SELECT id FROM _superusers)
       AND receivedAt >= {:from} AND detail <> ''`,
    { from },
  ).map(([kind, detail]) => ({
    kind: String(kind),
    ...(JSON.parse(String(detail)) as { action?: string; fields?: string[] }),
  }));
  const ofCases = /^(?:breach|case_grants|conflicts)/;
  return {
    opened: Number(opened[0]?.[0] ?? 0),
    cases: done.filter(({ kind, action }) => action === readAction && ofCases.test(kind)).length,
    lead: done.filter(
      ({ kind, fields }) => kind === "clinic.update" && fields?.some((name) => offices.includes(name)),
    ).length,
  };
}

/** Who answers for the clinic, by the columns that name them. */
const offices: readonly string[] = ["lead", "deputyLead", "controller"];
