import type { Health } from "#domain/ledger/event";
import { execute } from "../../base/database.ts";
import { append } from "../chain/append.ts";

/** What an ingest tells about the browser itself, beside its events. */
export interface BrowserState {
  readonly browser: string;
  readonly owner: string;
  readonly receivedAt: string;
  /** undefined where the browser's clock could not be read. */
  readonly sentAt: string | undefined;
  readonly health: Health | undefined;
  /** Events refused in this request; undefined where it brought none. */
  readonly refused: number | undefined;
  /** What of the request's receipt and state could not be read is shown as something that the browser does not see. */
  readonly misunderstood: boolean;
  /** The browser's receipt, where this ledger contradicts it and the lead has not settled that. */
  readonly contradicted: string | undefined;
}

/** Stands among a browser's adapters while server and extension do not understand each other. */
const misunderstood = { id: "chaperone", state: "blind" } as const;

/** Writes down when a browser was last seen and how it is. No event: a heartbeat proves nothing about anybody. */
export function keepState(tx: pb.App, state: BrowserState): void {
  const sets = ["lastSeen = {:lastSeen}"];
  const params: { [name: string]: unknown } = {
    browser: state.browser,
    lastSeen: state.receivedAt.replace("T", " "),
  };
  const set = (column: string, value: unknown) => {
    sets.push(`${column} = {:${column}}`);
    params[column] = value;
  };
  if (state.sentAt !== undefined) set("clockOffset", Date.parse(state.sentAt) - Date.parse(state.receivedAt));
  if (state.refused !== undefined) set("refused", state.refused);
  if (state.contradicted !== undefined) {
    set("chainMismatch", true);
    set("contradictedReceipt", state.contradicted);
  }
  if (state.health || state.misunderstood) {
    const unread = state.misunderstood ? [misunderstood] : [];
    set("adapters", JSON.stringify([...(state.health?.adapters ?? []), ...unread]));
  }
  if (state.health) {
    set("appVersion", state.health.version);
    set("waiting", state.health.waiting);
  }
  execute(tx, `UPDATE browsers SET ${sets.join(", ")} WHERE id = {:browser}`, params);
  if (state.health) recordCoverage(tx, state, state.health);
}

/** One `browser.coverage` a browser and UTC day: that it watched, with what, is provable; every five minutes is not. */
function recordCoverage(tx: pb.App, state: BrowserState, health: Health): void {
  const firstToday = execute(
    tx,
    `INSERT INTO ledger_coverage (browser, day) VALUES ({:browser}, {:day})
     ON CONFLICT (browser) DO UPDATE SET day = excluded.day WHERE day <> excluded.day`,
    { browser: state.browser, day: state.receivedAt.slice(0, 10) },
  );
  if (firstToday === 0) return;
  const { version, adapters, waiting } = health;
  append(
    tx,
    [
      {
        kind: "browser.coverage",
        browser: state.browser,
        user: state.owner,
        attribution: state.owner === "" ? "none" : "browser",
        detail: { v: 1, version, adapters, waiting },
      },
    ],
    state.receivedAt,
  );
}
