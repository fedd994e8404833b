import { clinicId } from "#domain/clinic/clinic";
import { exactAnswer } from "#domain/clinic/exact-list";
import { tableOf } from "#domain/exact/table";
import { key, textsOf, token } from "../../unit/exact/mark.ts";
import type { Clinic } from "./clinic.ts";

/** The lead records the decision and brings a list of these people, as the dashboard does. */
export async function bringList(
  clinic: Clinic,
  people: readonly (readonly [given: string, surname: string, day: string])[],
): Promise<void> {
  const { lead } = clinic;
  const state = async () =>
    exactAnswer.parse(await clinic.call("chaperone/exact-list", { token: lead.token }));
  const decision = {
    ...{ decidedOn: "2026-05-04", decidedBy: "The partners", reference: "DPIA 7" },
    reason: "A letter without a diagnosis went out twice.",
  };
  const { version } = await state();
  await clinic.act(lead, "clinic.exactOn", decision, { id: clinicId, version });
  const body = new FormData();
  body.set("version", String((await state()).version));
  body.set("people", String(people.length));
  body.set("file", new File([tableOf(key, Float64Array.from(textsOf({ people }).map(token)))], "list.bin"));
  const answer = await fetch(`${clinic.url}/api/chaperone/exact-list`, {
    method: "POST",
    headers: { authorization: lead.token },
    body,
  });
  if (!answer.ok) throw new Error(`the list was not taken: ${answer.status}`);
}

/** It is switched off again. */
export async function switchListOff(clinic: Clinic): Promise<void> {
  const { version } = exactAnswer.parse(
    await clinic.call("chaperone/exact-list", { token: clinic.lead.token }),
  );
  await clinic.act(clinic.lead, "clinic.exactOff", {}, { id: clinicId, version });
}
