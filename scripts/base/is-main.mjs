import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * Whether this module is the script that was started, and not one that another imports.
 * @param {string} url import.meta.url
 */
export function isMain(url) {
  const started = process.argv[1];
  return started !== undefined && pathToFileURL(realpathSync(started)).href === url;
}
