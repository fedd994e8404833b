import { type CaseFacts, isPassedOver, keeperOf } from "#domain/registers/incidents/may-act-on";
import { objectsOf } from "../../../base/database.ts";
import { clinicOf } from "../../../clinic/clinic.ts";

/**
 * Who is asked about an incident, first and when there is no answer: the person on duty and the deputy, and where these
 * are passed over or nobody is named, the lead, the deputy lead, the controller, then any other manager or lead. Where it
 * concerns all of them, they are asked all the same: the clock waits for nobody. About a confidential one nobody but its
 * keeper and who was let in.
 */
export function askedAbout(
  app: pb.App,
  facts: CaseFacts,
): { readonly holder: string; readonly deputy: string } {
  if (facts.confidential) {
    const letIn = [keeperOf(facts), ...facts.granted].filter((id) => id !== "" && !isPassedOver(id, facts));
    return { holder: letIn[0] ?? keeperOf(facts), deputy: letIn[1] ?? "" };
  }
  const clinic = clinicOf(app);
  const order = ["duty", "deputy", "lead", "deputyLead", "controller"].map(
    (name) => clinic?.getString(name) ?? "",
  );
  const alive = new Set(peopleHere(app));
  const here = [...order, ...facts.deciders].filter((id) => alive.has(id) && id !== facts.about);
  const apart = here.filter((id) => !isPassedOver(id, facts));
  const fit = apart.length > 0 ? apart : here;
  const holder = fit[0] ?? "";
  return { holder, deputy: fit.find((id) => id !== holder) ?? "" };
}

/** People who can sign in now, auditors left out. */
function peopleHere(app: pb.App): string[] {
  const select = "SELECT id FROM users WHERE active = TRUE AND enrolled = TRUE AND role <> 'auditor'";
  return objectsOf<{ id: string }>(app, ["id"], select).map(({ id }) => id);
}
