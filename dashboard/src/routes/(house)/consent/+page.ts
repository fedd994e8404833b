import { consentRow } from "#domain/registers/consent/consent-row";
import { registerLoad } from "#lib/register-load.ts";
import { actionsOf } from "#lib/registers/actions/api.ts";

const decisions = registerLoad("/consent", "consents", consentRow, ["purpose", "decision", "id"]);

/** Of one decision also what follows from it. */
export const load = async (event: Parameters<typeof decisions>[0]) => {
  const data = await decisions(event);
  const { id } = data.filters;
  return { ...data, actions: id ? await actionsOf("consents", id) : [] };
};
