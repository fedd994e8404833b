import { ownAddress } from "#domain/rollout/own-files";
import { patternOf } from "#domain/sites/host-pattern";
import type { Files } from "./steady-zip.ts";

/** What is changed of the built extension so that a clinic's own server can hand it out. */
export interface Clinic {
  readonly serverUrl: string;
  /** Hosts that it may work on without a question in each browser. */
  readonly hosts: readonly string[];
  /** Version that it calls itself; the built one's unless told. */
  readonly version?: string | undefined;
}

interface Manifest {
  version: string;
  host_permissions?: string[];
  update_url?: string;
  browser_specific_settings?: { gecko: { update_url?: string } };
}

/** The files of the built extension with the manifest that this clinic's own copy has. */
export function forClinic(
  built: Files,
  browser: "chrome" | "firefox",
  { serverUrl, hosts, version }: Clinic,
): Map<string, Uint8Array> {
  const manifest = JSON.parse(new TextDecoder().decode(built.get("manifest.json"))) as Manifest;
  const takesPorts = browser === "chrome";
  const server = serverUrl.replace(/^https?:\/\//, "");
  const patterns = [server, ...hosts].map((host) => patternOf(host, takesPorts));
  manifest.host_permissions = [...new Set([...(manifest.host_permissions ?? []), ...patterns])];
  if (version !== undefined) manifest.version = version;
  if (browser === "chrome") manifest.update_url = ownAddress(serverUrl, "chromiumUpdates");
  // Firefox takes no extension that would be updated without TLS; one on this computer alone is installed anew by hand.
  else if (manifest.browser_specific_settings && serverUrl.startsWith("https:"))
    manifest.browser_specific_settings.gecko.update_url = ownAddress(serverUrl, "firefoxUpdates");
  return new Map([...built, ["manifest.json", new TextEncoder().encode(JSON.stringify(manifest))]]);
}

/** The version that the built extension calls itself. */
export const versionOf = (built: Files): string =>
  (JSON.parse(new TextDecoder().decode(built.get("manifest.json"))) as Manifest).version;
