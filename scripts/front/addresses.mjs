/**
 * What a request asks for, or why it is nothing of ours. Addresses that could be read in two ways are refused: what is
 * looked at here must be what PocketBase will look at.
 * @param {string} sent the request's target, as it was sent
 * @returns {{ path: string, target: string } | undefined} path: without its query; target: with it
 */
export function addressOf(sent) {
  const target = sent.replace(/^https?:\/\/[^/?#]*(?=\/)/i, "");
  if (!target.startsWith("/") || target.includes("#")) return undefined;
  const path = target.split("?", 1)[0] ?? "";
  const decoded = decodedPath(path);
  if (decoded === undefined) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character has no business in an address
  if (/[\\\u0000-\u001f\u007f]/.test(decoded)) return undefined;
  const isOurs = isServers(path);
  if (isOurs !== isServers(decoded)) return undefined;
  if (isOurs && (/%(?:2[ef]|5c)/i.test(path) || /\/\/|\/\.{1,2}(?:\/|$)/.test(decoded))) return undefined;
  return { path, target };
}

/** Whether PocketBase answers it: the API, and its own screens. @param {string} path */
export const isServers = (path) => /^\/(?:api|_)(?:\/|$)/.test(path);

/** @param {string} path */
export function decodedPath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
