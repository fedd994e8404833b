import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A public extension that reads every page and takes something away, built for today's Chromium by its makers: DuckDuckGo's
 * Autoconsent (MPL-2.0), which answers consent pop-ups. Its package on npm holds the built extension; it is fetched for the
 * bench, and no part of what is installed here.
 */
const wanted = "@duckduckgo/autoconsent@16.23.0";

export interface PublicExtension {
  readonly name: string;
  /** Folder of the built extension. */
  readonly folder: string;
  /** Its scripts in a page. */
  readonly scripts: readonly string[];
  remove(): void;
}

/** Undefined where the registry does not answer. */
export function publicExtension(): PublicExtension | undefined {
  const at = mkdtempSync(join(tmpdir(), "chaperone-public-"));
  const remove = () => rmSync(at, { recursive: true, force: true });
  try {
    execFileSync("npm", ["pack", "--silent", wanted], { cwd: at, stdio: "pipe", timeout: 120_000 });
    const packed = readdirSync(at).find((name) => name.endsWith(".tgz")) ?? "";
    execFileSync("tar", ["xzf", packed], { cwd: at, stdio: "pipe", timeout: 60_000 });
    const folder = join(at, "package", "dist", "addon-mv3");
    return { name: wanted, folder, scripts: [join(folder, "content.bundle.js")], remove };
  } catch {
    remove();
    return undefined;
  }
}
