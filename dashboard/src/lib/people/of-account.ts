import { type SystemAccount, systemAccount } from "#lib/api/accounts.ts";
import { asPerson, asText, type RowKind } from "#lib/components/changed/difference.ts";

/** Whose a sign-in in a clinical system is. */
export const ofAccount: RowKind<SystemAccount> = {
  read: (current) => systemAccount.safeParse(current).data,
  columns: { system: ["the system", asText], user: ["whose sign-in it is", asPerson] },
};
