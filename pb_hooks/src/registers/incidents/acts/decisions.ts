import type { ActData } from "#domain/acts";
import {
  type Answers,
  advise,
  assessmentVersion,
  lacksExemption,
} from "#domain/registers/incidents/assessment";
import { isBefore } from "#domain/registers/incidents/clock";
import { hasNhsGrid } from "#domain/registers/incidents/nhs-grid";
import { now } from "../../../base/clock.ts";
import { msIn } from "../../../base/instants.ts";
import { refuse } from "../../../base/refusal.ts";
import { stored } from "../../../base/time.ts";
import { answersOf } from "../../../clinic/four-answers.ts";
import { requirePast } from "../../../clinic/past.ts";
import { saveCase } from "../incident.ts";
import { putInstant } from "../moved.ts";
import { objectIn } from "../versions/snapshot-parts.ts";
import { onCase } from "./on-case.ts";

/** The tool advises, the lead advises, the controller decides: three fields, none written by another's act. */
export const decisionActs = onCase({
  "breaches.assess": (one, data) => {
    const { tx, breach } = one;
    const graded = data.nhsLikelihood !== undefined || data.nhsImpact !== undefined;
    const answers = answersOf(tx);
    if (graded && !(answers && hasNhsGrid(answers))) {
      refuse(
        "data.nhsLikelihood",
        "not-asked",
        "Only a clinic in England that works for the NHS is graded so.",
      );
    }
    breach.set("answers", data.answers);
    breach.set("assessmentVersion", assessmentVersion);
    breach.set("toolAdvice", advise(data.answers as Answers));
    if (data.nhsLikelihood !== undefined) breach.set("nhsLikelihood", data.nhsLikelihood);
    if (data.nhsImpact !== undefined) breach.set("nhsImpact", data.nhsImpact);
    return saveCase(one, "assess", { kind: "system" });
  },

  "breaches.advise": (one, data) => {
    const { breach, actor } = one;
    breach.set("leadAdvice", data.advice);
    breach.set("leadReason", data.reason);
    breach.set("leadBy", actor.id);
    breach.set("leadAt", stored(now()));
    return saveCase(one, "advise", { kind: "decision", text: data.reason });
  },

  "breaches.decide": (one, data) => {
    const { breach, actor } = one;
    requireWeighed(breach, data);
    const tells = data.people === "tell";
    breach.set("harms", data.harms ?? []);
    breach.set("harmsOther", data.harmsOther ?? "");
    breach.set("notTelling", tells ? "" : (data.ground ?? ""));
    breach.set("publicHow", tells ? "" : (data.publicHow ?? ""));
    breach.set("controllerIco", data.ico);
    breach.set("controllerPeople", data.people);
    breach.set("controllerReason", data.reason);
    breach.set("controllerBy", actor.id);
    breach.set("controllerAt", stored(now()));
    return saveCase(one, "decide", { kind: "decision", text: data.reason });
  },

  "breaches.notify": (one, data) => {
    const { tx, breach } = one;
    const sent = requirePast(tx, "data.sentAt", data.sentAt);
    const aware = msIn(breach, "awareAt");
    const occurred = msIn(breach, "occurredFrom");
    if (occurred !== undefined && isBefore(sent, occurred)) {
      refuse("data.sentAt", "wrong-order", "This lies before the breach happened.");
    }
    if (aware !== undefined && isBefore(sent, aware)) {
      refuse("data.sentAt", "wrong-order", "This lies before the clinic was aware. Look at that time first.");
    }
    putInstant(breach, "icoSentAt", data.sentAt);
    breach.set("icoEnteredAt", stored(now()));
    if (data.reference !== undefined) breach.set("icoReference", data.reference);
    if (data.delayReason !== undefined) breach.set("delayReason", data.delayReason);
    return saveCase(one, "notify", { kind: "notice", at: data.sentAt }, data.reason);
  },
});

/** What the decision about the people has to name (Art 34). */
function requireWeighed(
  breach: pb.Record,
  { people, ground, publicHow = "", harms = [], harmsOther = "" }: ActData<"breaches.decide">,
): void {
  if (lacksExemption(objectIn(breach, "answers") as Answers, people, ground ?? "")) {
    const says = "The assessment stands at a high risk: name why they need not be told, or tell them.";
    refuse("data.ground", "missing", says);
  }
  if (people === "not" && ground === "disproportionate" && publicHow === "")
    refuse("data.publicHow", "missing", "They are told in public instead: say how.");
  if (harms.includes("other") && harmsOther === "")
    refuse("data.harmsOther", "missing", "Say which other harm.");
}
