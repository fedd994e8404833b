import type { Slip } from "#domain/registers/incidents/kinds";
import { refuse } from "../../../base/refusal.ts";
import type { Beginning } from "./open-incident.ts";

/** "Was it you, or somebody of your own?", as whoever reports answered. */
interface Told {
  readonly slip?: Slip | undefined;
  readonly slipBy?: string | undefined;
}

/**
 * Whom an incident concerns by the word of whoever reports it: who did it is passed over, and so is whoever would judge
 * somebody of their own.
 *
 * @param reporter - '' where nobody is named.
 * @param apart - Kept between the reporter and the lead: that somebody has a conflict would say who reported it.
 * @param within - Prefix of the fields in a refusal.
 */
export function concernedBy(
  app: pb.App,
  { slip, slipBy = "" }: Told,
  reporter: string,
  apart: boolean,
  within = "",
): Pick<Beginning, "senders" | "conflicted"> {
  if (slip === "mine") {
    if (reporter === "") {
      refuse(`${within}slip`, "nobody-named", "Say who reports, or leave open who did it.");
    }
    return { senders: [reporter] };
  }
  if (slipBy !== "") requireColleague(app, `${within}slipBy`, slipBy);
  if (slip !== "own") return {};
  const senders = slipBy === "" ? [] : [slipBy];
  return { senders, conflicted: reporter === "" || apart ? [] : [reporter] };
}

/** Of the answer, what tells one report from another; nothing where it was not asked, so that older ones stay the same. */
export const slipTold = ({ slip, slipBy }: Told): object =>
  slip === undefined ? {} : { slip, slipBy: slipBy ?? "" };

function requireColleague(app: pb.App, field: string, id: string): void {
  const filter = "id = {:id} && active = true && role != 'auditor'";
  if (app.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 0) {
    refuse(field, "unknown", "Choose somebody who works here now.");
  }
}
