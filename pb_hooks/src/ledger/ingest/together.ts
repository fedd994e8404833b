import type { IngestAnswer } from "#domain/ledger/event";
import { requireFront } from "../../base/front.ts";
import { exactJsonOf } from "../chain/exact-json.ts";
import { inLedgerTransaction } from "../chain/transaction.ts";
import { answered, parsedOf, type Sent, showsNotice } from "./ingest.ts";
import { browserOf, requestOf } from "./ingest-request.ts";

/** One browser's call as the process in front of this one passes it on: its token, and its body to the letter. */
interface Call {
  readonly token: string;
  readonly body: string;
}

/** What became of a call; null where it is to be asked by itself, which says why it is refused. */
type Told = { readonly events: number; readonly answer: IngestAnswer } | null;

/**
 * `POST /api/chaperone/events-together`: calls of several paired browsers in one transaction. A call's own cost is the
 * engine, the transaction, its statements' preparation and the sync to disk, and of these all but a part is shared here. Each
 * call is judged by its own token; no two are of one browser.
 *
 * @throws {NotFoundError} For everybody but the process in front.
 */
export function ingestTogether(e: pb.RequestEvent): void {
  requireFront(e);
  const { calls } = JSON.parse(toString(e.request.body)) as { readonly calls: readonly Call[] };
  e.json(200, { answers: told(e.app, calls) });
}

/** All or none: where one can't be stored nothing of the others is, and each is asked by itself. */
function told(app: pb.App, calls: readonly Call[]): Told[] {
  const sent = calls.map((call) => sentBy(app, call));
  try {
    const well = sent.flatMap((one) => one ?? []);
    const answers = inLedgerTransaction(app, (tx, before) => answered(tx, well, before));
    return sent.map((one) => {
      const answer = one && answers[well.indexOf(one)];
      return one && answer ? { events: one.request.events.length, answer } : null;
    });
  } catch (error) {
    console.error(`events could not be stored together: ${String(error).slice(0, 200)}`);
    return calls.map(() => null);
  }
}

/** undefined where it goes by itself: a dead token, somebody else's, a request that is not well made, or shows a notice. */
function sentBy(app: pb.App, { token, body }: Call): Sent | undefined {
  try {
    const browser = browserOf(app, app.findAuthRecordByToken(token, "auth"));
    const request = requestOf(exactJsonOf(body));
    const parsed = parsedOf(request);
    return showsNotice(parsed) ? undefined : { browser, request, parsed };
  } catch {
    return undefined;
  }
}
