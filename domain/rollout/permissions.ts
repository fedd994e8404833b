/** What the extension asks a browser for, and why: shown to whoever installs it, and the text of a store's listing. */
export interface Permission {
  /** As the manifest has it. */
  readonly name: string;
  /** `asked`: granted only when somebody grants it, or when a policy does. */
  readonly when: "installed" | "asked";
  readonly why: string;
}

/** Everything that the built manifests name, no more and no less; a test compares them. */
export const permissions: readonly Permission[] = [
  {
    name: "storage",
    when: "installed",
    why: "To keep the pairing, the clinic’s rules and events that wait to be sent, and to read the address that the browser’s policy gives.",
  },
  {
    name: "unlimitedStorage",
    when: "installed",
    why: "So that events of weeks without the server are kept, and the browser does not clear them when its disk is full.",
  },
  {
    name: "scripting",
    when: "installed",
    why: "To work on the clinic’s own webmail and clinical system, whose hosts only the clinic can name, and on no other page.",
  },
  {
    name: "alarms",
    when: "installed",
    why: "To send what waits, and to ask for the clinic’s rules anew every few minutes, while no page is open.",
  },
  {
    name: "idle",
    when: "installed",
    why: "To end the turn of whoever chose their name at a shared desk when the computer is locked. When that was is neither kept nor sent.",
  },
  {
    name: "https://mail.google.com/*",
    when: "installed",
    why: "To hold files and messages in Gmail before they are sent.",
  },
  ...["office.com", "office365.com", "live.com", "cloud.microsoft"].map((domain) => ({
    name: `https://outlook.${domain}/*`,
    when: "installed" as const,
    why: "To hold files and messages in Outlook on the web before they are sent.",
  })),
  {
    name: "https://*.cliniko.com/*",
    when: "installed",
    why: "To see that a record was opened in Cliniko. Its number is read, never its content.",
  },
  {
    name: "https://*/*",
    when: "asked",
    why: "Never used as a whole: one host at a time is asked for, when the clinic names its server, its webmail or its clinical system.",
  },
  {
    name: "http://127.0.0.1/*",
    when: "asked",
    why: "For a server or a system that runs on this very computer.",
  },
  {
    name: "http://localhost/*",
    when: "asked",
    why: "The same under its other name.",
  },
];
