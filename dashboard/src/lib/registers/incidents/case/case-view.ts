import type { Clinic } from "#lib/api/clinic.ts";
import type { Person } from "#lib/api/people.ts";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import type { May } from "./may-in-case.ts";

/** An incident as its page shows it, and what its parts need around it. */
export type CaseView = {
  readonly file: CaseFile;
  readonly clinic: Clinic;
  /** Whom the reader may see. */
  readonly people: readonly Person[];
  /** Who works here now, by name. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly may: May;
  /** Name of a person by id; "somebody" where it is not known here. */
  readonly nameOf: (id: string) => string;
  /** Reads the case anew: it was changed here or by somebody else. */
  readonly reload: () => Promise<void>;
};
