import type { Profile } from "#domain/registers/incidents/notices-due";

/** A clinic that has not said what it is to others. */
export const noProfile: Profile = { insured: false, commissioned: false };
