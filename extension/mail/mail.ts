import type { MailAdapter } from "#domain/sites/adapter";
import { gmail } from "./gmail/adapter.ts";
import { outlook } from "./outlook/adapter.ts";
import { roundcube } from "./roundcube/adapter.ts";
import { snappymail } from "./snappymail/adapter.ts";
import { unknownMail } from "./unknown-mail/adapter.ts";

/** Every mail adapter that this version ships. */
export const shippedMail: readonly MailAdapter[] = [gmail, outlook, roundcube, snappymail, unknownMail];

let corrected: readonly MailAdapter[] = [];

/** From now on these stand for those that ship with the same id, and beside the others. */
export function correctMail(adapters: readonly MailAdapter[]): void {
  corrected = adapters;
}

/** Every mail adapter as the clinic has corrected it. */
export const mailAdapters = (): readonly MailAdapter[] => [
  ...corrected,
  ...shippedMail.filter(({ id }) => !corrected.some((one) => one.id === id)),
];

/** Whether a host is the one named, or lies below `.suffix`; never a mere part of it. */
export function hostMatches(host: string, named: string): boolean {
  return named.startsWith(".") ? host.endsWith(named) && host.length > named.length : host === named;
}

/**
 * The adapter for a host.
 *
 * @param named - Adapter id that the clinic's policy gives this host; an id of no mail adapter yields none,
 *   so that a clinical system named there is never guarded as mail.
 * @returns undefined where no policy and no shipped adapter covers the host: nothing is held there.
 */
export function mailAdapterFor(host: string, named?: string): MailAdapter | undefined {
  if (named !== undefined) return mailAdapters().find(({ id }) => id === named);
  return mailAdapters().find(({ hosts }) => hosts.some((each) => hostMatches(host, each)));
}
