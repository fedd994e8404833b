/** The words of the clinic's table of rules for documents that leave. Lists alone, as in mail-lists.ts. */

/** By which way a document leaves. */
export const ruledChannels = ["mail", "sharing", "messaging", "ai"] as const;
export type RuledChannel = (typeof ruledChannels)[number];

/** To whom, the farthest first; one that can't be resolved is outside. */
export const ruledRecipients = ["outside", "patient", "approved", "own"] as const;

/** How sure the check is; where nothing was seen there is nothing to rule. */
export const ruledStrengths = ["strong", "weak", "unreadable"] as const;

/**
 * What becomes of it, the mildest first: it goes; it goes and is recorded; somebody is asked, and sends it with a click; it
 * is kept out, and goes only with a reason where the clinic lets people override.
 */
export const decisions = ["allow", "log", "warn", "block"] as const;
export type Decision = (typeof decisions)[number];
