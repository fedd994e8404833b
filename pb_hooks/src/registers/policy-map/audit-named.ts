import { auditName } from "#domain/registers/audits/csv";
import { refuse } from "../../base/refusal.ts";
import { switchedOff } from "../in-use.ts";

/** Signs of what people look at, as a sentence keeps it. */
const auditLongest = 200;

/**
 * What an audit of the programme says of a sentence that it looks at.
 *
 * @throws {BadRequestError} If it is not in the programme, or the clinic does without the register.
 */
export function auditNamed(tx: pb.App, id: string) {
  const [row] = tx.findRecordsByFilter("audits", "id = {:id} && state = 'in-use'", "", 1, 0, { id });
  if (!row || switchedOff(tx).includes("audits"))
    return refuse("data.programme", "unknown", "This audit is not in the programme.");
  const audit = auditName({ title: row.getString("title"), subject: row.getString("subject") });
  return {
    audit: audit.slice(0, auditLongest),
    programme: id,
    owner: row.getString("owner"),
    due: row.getString("nextOn"),
  };
}

/** Whether an audit of the programme looks at it, by a day of its own. */
export const isAudited = (tx: pb.App, id: string): boolean =>
  tx.findRecordsByFilter("audits", "id = {:id} && state = 'in-use'", "", 1, 0, { id }).length > 0;
