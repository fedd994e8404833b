const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;

/** Whether a host, with its port or without, is this computer's own. */
export const isLoopback = (host: string): boolean => loopback.test(host);

/**
 * The match pattern of a host that a policy or an adapter names: https, or http on a loopback address alone.
 * A leading dot stands for all subdomains. Firefox takes no port in a pattern, and then means all ports.
 */
export function patternOf(host: string, takesPorts: boolean): string {
  const here = takesPorts ? host : withoutPort(host);
  if (isLoopback(host)) return `http://${here}/*`;
  return here.startsWith(".") ? `https://*${here}/*` : `https://${here}/*`;
}

const withoutPort = (host: string): string => host.replace(/:\d{1,5}$/, "");
