const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin of a clinic's server as typed or set by policy: https, or http on a loopback address alone.
 *
 * @returns undefined for whatever is no such address: a path, a query, a name and password, another scheme.
 */
export function serverAddress(typed: string): string | undefined {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(withScheme) || !URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  const bare = url.pathname === "/" && !/[?#]/.test(withScheme) && url.username === "" && url.password === "";
  const safe = url.protocol === "https:" || (url.protocol === "http:" && loopback.test(url.hostname));
  return bare && safe && url.hostname !== "" ? url.origin : undefined;
}
