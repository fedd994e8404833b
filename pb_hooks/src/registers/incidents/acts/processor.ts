import { isBefore } from "#domain/registers/incidents/clock";
import { msIn } from "../../../base/instants.ts";
import { refuse } from "../../../base/refusal.ts";
import { requirePast } from "../../../clinic/past.ts";
import { saveCase } from "../incident.ts";
import { putInstant } from "../moved.ts";
import { requireBeforeWhatCame, requireCaseOrder } from "../times.ts";
import { onCase } from "./on-case.ts";

/**
 * A breach at somebody who works for the clinic. The clinic is aware when that processor tells it (Art 33(2)), so that its
 * clock starts then, whichever clock runs.
 */
export const processorActs = onCase({
  "breaches.processor": (one, data) => {
    const { tx, breach } = one;
    const told = requirePast(tx, "data.toldAt", data.toldAt);
    const occurred = msIn(breach, "occurredFrom");
    if (occurred !== undefined && isBefore(told, occurred))
      refuse("data.toldAt", "wrong-order", "This lies before the breach happened.");
    breach.set("processorName", data.name);
    if (["report", "told"].includes(breach.getString("origin"))) breach.set("origin", "processor");
    for (const field of ["processorToldAt", "provisionalFrom"]) putInstant(breach, field, data.toldAt);
    if (msIn(breach, "awareAt") !== undefined) putInstant(breach, "awareAt", data.toldAt);
    // Nobody here can have found it later than they were told.
    if ((msIn(breach, "detectedAt") ?? 0) > told) putInstant(breach, "detectedAt", data.toldAt);
    if (data.delayReason !== undefined) breach.set("delayReason", data.delayReason);
    requireCaseOrder(tx, breach, () => "data.toldAt");
    requireBeforeWhatCame(breach, { awareAt: data.toldAt }, "data.toldAt");
    return saveCase(one, "processor", { kind: "notice", at: data.toldAt, text: data.name }, data.reason);
  },
});
