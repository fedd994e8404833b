import { systemAccounts } from "#lib/api/accounts.ts";
import { onlyInUse } from "#lib/may.ts";
import { readRetention } from "#lib/registers/retention/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, untrack }) => {
  await onlyInUse("/retention/list", { parent, untrack });
  const nothing = { show: "due", class: "", month: "" } as const;
  const [answer, accounts] = await Promise.all([readRetention(nothing, "", { size: 1 }), systemAccounts()]);
  return { answer, accounts };
};
