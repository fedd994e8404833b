import { goto, refreshAll } from "$app/navigation";

const key = "chaperone-link";

/** The one-time token of a link, out of the part behind `#` that no browser sends to a server; '' without one. */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== "") sessionStorage.setItem(key, token);
  return sessionStorage.getItem(key) ?? "";
}

/** Takes the token out of the address, so that it stays in no history; another link in the same tab is opened anew. */
export async function hideToken(type: string): Promise<void> {
  if (location.hash === "") return;
  takeToken();
  await goto(location.pathname, { shallow: true, replace: true });
  if (type !== "enter") await refreshAll();
}

/** The link has done its work. */
export const dropToken = (): void => sessionStorage.removeItem(key);
