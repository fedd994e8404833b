import type { ChromiumSource, FirefoxSource, RollOut } from "./asked.ts";
import { chromiumLines, firefoxLines, storeUpdates, unsignedPreference } from "./lines.ts";
import { firefoxId, ownAddress } from "./own-files.ts";

/** What a browser's policy holds, before it is a file of some system's. */
export type PolicyValue =
  | boolean
  | number
  | string
  | readonly PolicyValue[]
  | { readonly [name: string]: PolicyValue };
export type Settings = { readonly [name: string]: PolicyValue };

/** What the extension itself reads of the policy (`extension/public/schema.json`). */
export const managedStorage = ({
  serverUrl,
  mailHosts,
}: Pick<RollOut, "serverUrl" | "mailHosts">): Settings => ({
  serverUrl,
  mailHosts,
});

/** How the extension is put into Chrome or Edge, and kept there. */
export function chromiumInstall(
  browser: "chrome" | "edge",
  from: ChromiumSource,
  serverUrl: string,
): Settings {
  const own = from.by === "server";
  return {
    [from.id]: {
      installation_mode: "force_installed",
      update_url: own ? ownAddress(serverUrl, "chromiumUpdates") : storeUpdates[browser],
      // Without it the address of the policy counts for the first installation alone.
      ...(own ? { override_update_url: true } : {}),
      toolbar_pin: "force_pinned",
    },
  };
}

/** All of a policy for Chrome or Edge, without what the extension reads, which lies apart. */
export const chromiumSettings = (
  browser: "chrome" | "edge",
  from: ChromiumSource,
  serverUrl: string,
): Settings => ({
  ExtensionSettings: chromiumInstall(browser, from, serverUrl),
  ...Object.fromEntries(chromiumLines.map(({ name, value }) => [name, value])),
});

/** All of a policy for Firefox. */
export function firefoxSettings(from: FirefoxSource, asked: RollOut): Settings {
  const own = from.by === "server";
  return {
    policies: {
      ExtensionSettings: {
        [firefoxId]: {
          installation_mode: "force_installed",
          install_url: own ? ownAddress(asked.serverUrl, "xpi") : from.address,
          default_area: "navbar",
        },
      },
      "3rdparty": { Extensions: { [firefoxId]: managedStorage(asked) } },
      ...Object.fromEntries(firefoxLines.map(({ name, value }) => [name, value])),
      ...(own
        ? {
            Preferences: { [unsignedPreference.name]: { Value: unsignedPreference.value, Status: "locked" } },
          }
        : {}),
    },
  };
}
