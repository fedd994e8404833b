import { switchedOff } from "../in-use.ts";

interface Origin {
  /** Collection and row that the action is about. */
  readonly register: string;
  readonly subject: string;
  /** Of a round, the audit it is a round of; '' of all else. */
  readonly audit: string;
}

/** Page of what an action is about, by its collection, and the key of the register whose page it is. */
const pages: Readonly<Record<string, { readonly of: string; readonly page: (origin: Origin) => string }>> = {
  camera_checks: { of: "cctv", page: () => "/cctv" },
  engineer_checks: { of: "cctv", page: () => "/cctv" },
  audit_rounds: { of: "audits", page: ({ audit }) => `/audits?open=${audit}` },
  consents: { of: "consent", page: ({ subject }) => `/consent?id=${subject}` },
  requests: { of: "requests", page: ({ subject }) => `/requests/${subject}` },
  suppliers: { of: "suppliers", page: ({ subject }) => `/suppliers?open=${subject}` },
};

/**
 * The address to which an action leads that belongs to no incident; undefined where that is the review, as of what a
 * review decided, or of a register that the clinic does without.
 */
export function leadsTo(app: pb.App, origin: Origin): string | undefined {
  const one = pages[origin.register];
  return one === undefined || switchedOff(app).includes(one.of) ? undefined : one.page(origin);
}
