import { isIP } from "node:net";

/** What the extension asks for; nothing else is asked from its pages. */
const extensionRoutes =
  /^\/api\/chaperone\/(?:pair|events|report|recipient|message-read|mail-programs|browser-lesson|browser-document|record-call|record-told|record-banner|exception-look|exception-ask|exception-use)\/*$/;
/**
 * Firefox hides which extension asks, from 85 on by `null` (https://github.com/ipfs/ipfs-companion/pull/957). A page in a
 * sandbox says the same: it may try codes for pairing, which are counted, and has no token for the other routes.
 */
const extension = /^(?:null$|(?:chrome|moz|safari-web)-extension:\/\/)/;

/**
 * Whether a request that changes something comes from where it may: from the dashboard, from the extension where that has
 * business, or from no page at all. A browser says by `Origin` which page asks (https://fetch.spec.whatwg.org/#origin-header);
 * another site that a member of staff has open must not try passwords, or pair, from the clinic's own address.
 * @param {{ method: string, path: string, origin: string | undefined, host: string | undefined }} request
 * @param {string | undefined} own origin under which browsers reach the server, as the operator says it
 */
export function mayComeFrom({ method, path, origin, host }, own) {
  if (origin === undefined || method === "GET" || method === "HEAD" || method === "OPTIONS") return true;
  if (origin === own) return true;
  if (extension.test(origin)) return extensionRoutes.test(path);
  const from = /^https?:\/\/(.+)$/.exec(origin)?.[1]?.toLowerCase();
  return from !== undefined && from === host?.toLowerCase() && isOfThisMachine(from);
}

/**
 * A name could be made to lead here by whoever owns it (DNS rebinding); an address, and this machine's own name, could not.
 * @param {string} host with its port
 */
function isOfThisMachine(host) {
  const name = host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return name === "localhost" || isIP(name) !== 0;
}
