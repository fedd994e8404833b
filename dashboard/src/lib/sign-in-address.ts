/** Where to sign in, and where to come back to: only a page of this dashboard, never another site. */
export const signInAddress = (from: { pathname: string; search: string }): string =>
  from.pathname === "/" && from.search === ""
    ? "/sign-in"
    : `/sign-in?back=${encodeURIComponent(from.pathname + from.search)}`;

/**
 * The page to come back to.
 *
 * @param base - This dashboard's origin.
 * @returns "/" for anything that would lead elsewhere.
 */
export function backFrom(back: string | null, base: string): string {
  if (back === null || !back.startsWith("/")) return "/";
  try {
    const address = new URL(back, base);
    return address.origin === new URL(base).origin ? address.pathname + address.search : "/";
  } catch {
    return "/";
  }
}
