/** An address that nobody has (RFC 6666): where no process stands in front, no superuser is let in at all. */
const nowhere = "100::1";

/**
 * Hook on the settings, each time they are read: whom PocketBase believes about where a request began, and where a
 * superuser is let in. Both are new at each start and held in memory alone, by this process and the one in front of it.
 * PocketBase looks at the second on every route, also where no hook can stand.
 */
export function trustFront(e: { readonly app: pb.App; next(): void }): void {
  e.next();
  const { trustedProxy } = e.app.settings();
  const header = $os.getenv("CHAPERONE_ADDRESS_HEADER");
  trustedProxy.headers = header === "" ? [] : [header];
  trustedProxy.useLeftmostIP = false;
  e.app.settings().superuserIPs = [$os.getenv("CHAPERONE_SUPERUSER_ADDRESS") || nowhere];
}

/** Hook on reading the settings: what the two processes share is shown to nobody. */
export function hideFront(e: { readonly settings: pb.Settings; next(): void }): void {
  e.settings.trustedProxy.headers = [];
  e.settings.superuserIPs = [];
  e.next();
}
