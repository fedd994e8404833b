import type { Caller } from "../../base/caller.ts";
import { append } from "../../ledger/chain/append.ts";
import { exported } from "../incidents/versions/send-file.ts";

/** Writes down that somebody takes rows away in a file that their browser makes of them: an export like any other. */
export function takePaper(app: pb.App, person: Caller, collection: string): void {
  append(app, [{ kind: `${collection}.act`, user: person.id, detail: exported("paper") }]);
}
