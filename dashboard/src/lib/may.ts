import { error } from "@sveltejs/kit";
import type { Role } from "#domain/roles";
import { session } from "#lib/state/session.svelte.ts";

const everyone: readonly Role[] = ["staff", "manager", "dpo", "auditor"];
const readers: readonly Role[] = ["manager", "dpo", "auditor"];

/** Who sees which page. The server refuses by itself; this keeps people from doors that don't open. */
export const pages = {
  "/": everyone,
  "/incidents": readers,
  "/desk": readers,
  "/trends": readers,
  "/year": readers,
  "/review": readers,
  "/report": ["staff", "manager", "dpo"],
  "/log": readers,
  "/mail": readers,
  "/browsers": readers,
  "/people": readers,
  "/people/training": readers,
  "/notice": everyone,
  "/settings": readers,
  "/about-patients": readers,
  "/my-record": everyone,
} as const satisfies Record<string, readonly Role[]>;
export type PageName = keyof typeof pages;

export const maySee = (page: PageName): boolean => session.is(...pages[page]);

/** Ends the loading of a page that the person's role does not open. */
export function onlyFor(page: PageName): void {
  if (!maySee(page)) {
    error(403, "Your role does not open this page.", { hint: "Ask the clinic's lead if you need it." });
  }
}
