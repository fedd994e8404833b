import { type ActData, type Action, actBody, acts } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import { whyNot } from "#domain/may-act";
import { type Caller, caller } from "../base/caller.ts";
import { bodyOf, parsed, refuse, type Schema } from "../base/refusal.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { closeConnections, connectionsOf } from "../people/sessions.ts";
import { changedBy, conflictSentence } from "./changed-by.ts";
import { requireCleanData } from "./clean.ts";
import type { Asking, Handler } from "./doing.ts";
import { Conflict } from "./row.ts";

/** Who does each act there is. */
export type AllHandlers = { readonly [A in Action]: Handler<A> };

/** What somebody asks to be done, as the body of `POST /act` says it. */
export interface Asked {
  readonly action: Action;
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly data?: unknown;
}

/** `POST /act`: one act is one transaction and one event; a stale `version` is answered with the row as it is now, and who changed it. */
export const actRoute =
  (handlers: AllHandlers, requireUsed: (app: pb.App, action: Action) => void) =>
  (e: pb.RequestEvent): void => {
    const actor = caller(e);
    const body = bodyOf(e, actBody);
    requireUsed(e.app, body.action);
    // Ending a sign-in changes the key by which its open connections are known, so they are looked up before.
    const open = "endsSessions" in acts[body.action] ? connectionsOf(e.app, [body.id ?? ""]) : [];
    try {
      const answer = performed(handlers, e.app, actor, body);
      closeConnections(e.app, open);
      e.json(200, answer);
    } catch (thrown) {
      if (!(thrown instanceof Conflict)) throw thrown;
      const changes = changedBy(e.app, thrown);
      e.json(409, {
        status: 409,
        message: conflictSentence(changes),
        data: {},
        current: thrown.current,
        changedBy: changes,
      });
    }
  };

/**
 * Does what somebody asks, if they may.
 *
 * @throws {ForbiddenError} {BadRequestError} {NotFoundError} {Conflict}
 */
export function performed(
  handlers: AllHandlers,
  app: pb.App,
  actor: Caller,
  { action, id, version, data }: Asked,
): ActAnswer {
  const refusal = whyNot(actor, action);
  if (refusal) throw new ForbiddenError(refusal);
  requireRow(action, id, version);
  const schema: Schema<unknown> = acts[action].data;
  const fit = parsed(data ?? {}, schema, "data") as ActData<Action>;
  const asking: Asking<Action> = { actor, id: id ?? "", version: version ?? 0, data: fit };
  const handler = handlers[action] as Handler<Action>;
  if (acts[action].on === "new" || typeof handler !== "function") requireCleanData(action, fit);
  if (typeof handler !== "function") return handler.opens(app, asking);
  return inLedgerTransaction(app, (tx) => {
    const answer = handler({ ...asking, tx });
    requireCleanData(action, fit);
    return answer;
  });
}

function requireRow(action: Action, id: string | undefined, version: number | undefined): void {
  const { on } = acts[action];
  const wanted = on === "row" || (on === "either" && id !== undefined);
  if (wanted && id === undefined) refuse("id", "missing", "Say which row.");
  if (wanted && version === undefined) refuse("version", "missing", "Say which version of the row you saw.");
  if (!wanted && on === "new" && id !== undefined) refuse("id", "not-asked", "This act makes a new row.");
}
