/** Kinds of sites that a clinic may have guarded; their hosts stand in kinds.ts, which no first screen needs. */
export const siteKinds = ["mail", "file-sharing", "ai-chat", "messaging"] as const;
export type SiteKind = (typeof siteKinds)[number];
