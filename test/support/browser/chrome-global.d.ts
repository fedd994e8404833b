import type { Browser } from "@wxt-dev/browser";

/** What functions sent into the extension's own pages and worker find there. */
declare global {
  const chrome: typeof Browser;
}
