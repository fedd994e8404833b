import { addsToCase, breachActs } from "#domain/registers/incidents/acts";
import { type Caller, caller } from "../../../base/caller.ts";
import { mayAddPicture } from "../../cctv/picture-route.ts";
import { mayAddFile } from "../../files/file-route.ts";
import { requireMayBring } from "../../training/file-route.ts";
import { casesNaming } from "../case-facts.ts";
import { type Case, caseAt } from "../incident.ts";

/** Who may bring a file here, by the route that it is brought to. */
const uploads: { readonly [route: string]: (app: pb.App, actor: Caller, id: string) => void } = {
  "POST /api/chaperone/breach-evidence": (tx, actor, id) => {
    caseAt({ tx, actor, id, version: 0 }, addsToCase);
  },
  "POST /api/chaperone/breach-file": (tx, actor, id) => {
    versionAt(tx, actor, id);
  },
  "POST /api/chaperone/camera-picture": mayAddPicture,
  "POST /api/chaperone/register-file": mayAddFile,
};

/** What belongs to no case: who may bring a file there by their role. */
const byRole: { readonly [route: string]: (actor: Caller) => void } = {
  "POST /api/chaperone/training-file": (actor) => requireMayBring(actor),
  "POST /api/chaperone/exact-list": ({ role }) => {
    if (role !== "dpo") throw new ForbiddenError("Only the lead does this.");
  },
};

/**
 * A version that somebody may add to.
 *
 * @throws {NotFoundError} In the same words whether there is none, or none for this person. @throws {ForbiddenError}
 */
export function versionAt(
  tx: pb.App,
  actor: Caller,
  id: string,
): { readonly row: pb.Record; readonly one: Case } {
  const [row] = tx.findRecordsByFilter("breach_reports", "id = {:id}", "", 1, 0, { id });
  const breach = row?.getString("breach") ?? "";
  try {
    const one = caseAt({ tx, actor, id: breach, version: 0 }, breachActs["breaches.version"]);
    return { row: row as pb.Record, one };
  } catch (thrown) {
    if (thrown instanceof NotFoundError) throw new NotFoundError("There is no such version.");
    throw thrown;
  }
}

/**
 * Asked by the process in front before it takes a file: the same as the route asks afterwards, so that nothing is kept of
 * what would be refused.
 *
 * @param id - Of the row that it is for; undefined where the file comes before it, when whoever may bring none anywhere is
 *   refused.
 * @throws {ApiError} 401, 403 or 404.
 */
export function requireMayUpload(e: pb.RequestEvent, route: string, id: string | undefined): void {
  byRole[route]?.(caller(e));
  const upload = uploads[route];
  if (!upload) return;
  const person = caller(e);
  if (id !== undefined) upload(e.app, person, id);
  else if (!worksOnACase(e.app, person)) throw nowhere(person);
}

/** As the route itself would answer, to whatever case. */
const nowhere = ({ role }: Caller): Error =>
  role === "auditor"
    ? new ForbiddenError("An auditor reads, and writes nothing.")
    : new NotFoundError("There is no such incident.");

const worksOnACase = (app: pb.App, { id, role }: Caller): boolean =>
  role === "manager" || role === "dpo" || casesNaming(app, id).length > 0;
