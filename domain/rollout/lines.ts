/** Where a setting of a browser was read, and whether it was tried here. */
export interface Told {
  readonly source: string;
  /** Civil date on which that was read, or the setting tried. */
  readonly checked: string;
  /** `tried`: in a real browser, by a test. `read`: in what its maker publishes. */
  readonly sure: "tried" | "read";
}

/** A setting that shuts a way round the extension. */
export interface PolicyLine extends Told {
  readonly name: string;
  readonly value: boolean | number | readonly string[];
  /** What it keeps from happening, for whoever has to agree to it. */
  readonly why: string;
}

const templates = "chromium components/policy/resources/templates/policy_definitions";
const mozilla = "mozilla/policy-templates docs/index.md";
const read = { checked: "2026-11-22", sure: "read" } as const;
const tried = { checked: "2026-11-30", sure: "tried" } as const;

/** For Chrome, Edge and Chromium. */
export const chromiumLines: readonly PolicyLine[] = [
  {
    name: "IncognitoModeAvailability",
    value: 1,
    why: "no private windows, where the extension does not run",
    source: templates,
    ...tried,
  },
  {
    name: "BrowserGuestModeEnabled",
    value: false,
    why: "no guest windows, where no extension runs",
    source: templates,
    ...tried,
  },
  {
    name: "BrowserAddPersonEnabled",
    value: false,
    why: "no second profile beside the one that is paired",
    source: templates,
    ...tried,
  },
  {
    name: "ExtensionDeveloperModeSettings",
    value: 1,
    why: "no developer mode on the page of extensions",
    source: templates,
    ...tried,
  },
  {
    name: "ExtensionInstallTypeBlocklist",
    value: ["command_line"],
    why: "no extension by a start from the command line (Chrome 120 and newer)",
    source: templates,
    ...tried,
  },
  {
    name: "DeveloperToolsAvailability",
    value: 0,
    why: "no developer tools on this extension; other pages keep them",
    source: "learn.microsoft.com/deployedge, developertoolsavailability; the same name in Chrome",
    ...tried,
  },
];

/** For Firefox. */
export const firefoxLines: readonly PolicyLine[] = [
  {
    name: "DisablePrivateBrowsing",
    value: true,
    why: "no private windows, where the extension does not run",
    source: mozilla,
    ...tried,
  },
  {
    name: "BlockAboutProfiles",
    value: true,
    why: "no second profile beside the one that is paired",
    source: mozilla,
    ...tried,
  },
  {
    name: "DisableSafeMode",
    value: true,
    why: "no start without extensions",
    source: mozilla,
    ...read,
  },
  {
    name: "BlockAboutConfig",
    value: true,
    why: "no other settings by about:config",
    source: mozilla,
    ...tried,
  },
  {
    name: "DisableDeveloperTools",
    value: true,
    why: "no developer tools, by which an extension can be changed while it runs",
    source: mozilla,
    ...read,
  },
];

/** Firefox ESR alone takes an extension that Mozilla has not signed, and only where this says so. */
export const unsignedPreference = {
  name: "xpinstall.signatures.required",
  value: false,
  why: "Firefox ESR takes the clinic’s own file, which Mozilla has not signed",
  source: mozilla,
  ...tried,
} as const satisfies PolicyLine;

/** Where the stores hand extensions out. */
export const storeUpdates = {
  chrome: "https://clients2.google.com/service/update2/crx",
  edge: "https://edge.microsoft.com/extensionwebstorebase/v1/crx",
} as const;
