import { systemAccounts } from "#lib/api/accounts.ts";
import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends("chaperone:people");
  onlyFor("/people");
  const [people, accounts] = await Promise.all([allPeople(), systemAccounts()]);
  return { people, accounts: accounts.filter(({ user }) => user !== "") };
};
