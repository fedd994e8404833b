import { join } from "node:path";
import type { BrowserContext } from "playwright";
import { serveFixture } from "../fixture.ts";

/** The invented account of the clinic at Cliniko; UK shard (SITES.md B1). */
export const clinikoHost = "harbour.uk2.cliniko.com";
export const clinikoFixture = join(import.meta.dirname, "../../../extension/clinical/cliniko/page");

/** Cliniko's saved pages under its real host name. */
export const serveCliniko = (context: BrowserContext): Promise<void> =>
  serveFixture(context, clinikoHost, clinikoFixture);
