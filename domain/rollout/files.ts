import type { ChromiumSource, RollOut } from "./asked.ts";
import { registryFile } from "./registry.ts";
import { chromiumSettings, firefoxSettings, managedStorage, type Settings } from "./settings.ts";

export type Browser = "chrome" | "edge" | "firefox";
export type System = "windows" | "linux" | "mac";

/** A file of policy: for which browser on which system, where it goes, and what it says. */
export interface PolicyFile {
  readonly browser: Browser;
  readonly system: System;
  /** As it is saved. */
  readonly name: string;
  /** Where it is put, or how it is taken in. */
  readonly goes: string;
  readonly text: string;
}

/** What is offered of no file, and why not. */
export interface NotOffered {
  readonly browser: Browser;
  readonly system: System;
  readonly why: string;
}

const json = (settings: Settings): string => `${JSON.stringify(settings, null, 2)}\n`;

const registryRoots = {
  chrome: "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome",
  edge: "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge",
} as const;

const windowsFile = (browser: "chrome" | "edge", from: ChromiumSource, asked: RollOut): PolicyFile => ({
  browser,
  system: "windows",
  name: `chaperone-${browser}.reg`,
  goes: "Taken in by an administrator with a double click, or spread by the group policy for registry values.",
  text: registryFile({
    [registryRoots[browser]]: chromiumSettings(browser, from, asked.serverUrl),
    [`${registryRoots[browser]}\\3rdparty\\extensions\\${from.id}\\policy`]: managedStorage(asked),
  }),
});

const chromeOnLinux = (from: ChromiumSource, asked: RollOut): PolicyFile => ({
  browser: "chrome",
  system: "linux",
  name: "chaperone-chrome.json",
  goes: "/etc/opt/chrome/policies/managed/chaperone.json for Chrome, /etc/chromium/policies/managed/chaperone.json for Chromium; only root may write it.",
  text: json({
    ...chromiumSettings("chrome", from, asked.serverUrl),
    "3rdparty": { extensions: { [from.id]: managedStorage(asked) } },
  }),
});

const firefoxPlaces: Readonly<Record<System, string>> = {
  windows: "%ProgramFiles%\\Mozilla Firefox\\distribution\\policies.json",
  linux: "/etc/firefox/policies/policies.json",
  mac: "Firefox.app/Contents/Resources/distribution/policies.json",
};

/** The policy files of one clinic, for those browsers of which it says where the extension comes from. */
export function policyFiles(asked: RollOut): PolicyFile[] {
  const { chrome, edge, firefox } = asked;
  return [
    ...(chrome ? [windowsFile("chrome", chrome, asked), chromeOnLinux(chrome, asked)] : []),
    ...(edge ? [windowsFile("edge", edge, asked)] : []),
    ...(firefox
      ? (["windows", "linux", "mac"] as const).map(
          (system): PolicyFile => ({
            browser: "firefox",
            system,
            name: "policies.json",
            goes: `${firefoxPlaces[system]}. Where a policies.json is there already, its settings and these are put into one file by hand.`,
            text: json(firefoxSettings(firefox, asked)),
          }),
        )
      : []),
  ];
}

/** What no file is made for. */
export const notOffered: readonly NotOffered[] = [
  {
    browser: "chrome",
    system: "mac",
    why: "Chrome on a Mac takes these settings from a device manager alone; enter the values of the Linux file there.",
  },
  {
    browser: "edge",
    system: "mac",
    why: "The same as for Chrome. Not tried.",
  },
  {
    browser: "edge",
    system: "linux",
    why: "Its maker publishes no place for a file there that we could read.",
  },
];

/** What has to be known before the files are used, by what they were asked for. */
export function warnings({ serverUrl, chrome, edge, firefox }: RollOut): string[] {
  const own = [chrome, edge].some((one) => one?.by === "server");
  return [
    ...(own
      ? [
          "Chrome and Edge on Windows take an extension from the clinic’s own server only on computers that are joined to a domain or to Entra, or enrolled in Chrome Enterprise Core; on other Windows computers publish it in the stores, unlisted.",
        ]
      : []),
    ...(firefox?.by === "server"
      ? [
          "The usual Firefox takes no extension that Mozilla has not signed. The clinic’s own file is not signed: it works in Firefox ESR alone. For the usual Firefox have it signed by Mozilla (unlisted) and name the signed file’s address.",
        ]
      : []),
    ...(serverUrl.startsWith("http:")
      ? ["This address is of one computer alone: other computers cannot reach it."]
      : []),
  ];
}
