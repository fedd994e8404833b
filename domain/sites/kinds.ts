import { type SiteKind, siteKinds } from "./kind-names.ts";

/**
 * Hosts by kind, by which a document leaves a clinic as easily as by mail. A clinic chooses the kinds in Settings; a page of
 * one is guarded by its structure alone. The lists are by judgement (SITES.md F): no figures of the market were found.
 */

interface KindOfSites {
  readonly name: string;
  /** What belongs to it, in a person's words. */
  readonly says: string;
  readonly hosts: readonly string[];
  /** Where the hosts come from, and the day on which they were last looked at. */
  readonly source: string;
  readonly checked: string;
}

export const sitesOfKind: Readonly<Record<SiteKind, KindOfSites>> = {
  mail: {
    name: "Personal web mail",
    says: "Yahoo, iCloud, Proton, Zoho, Fastmail, GMX, AOL, BT and Virgin Media",
    hosts: [
      "mail.yahoo.com",
      ".mail.yahoo.com",
      "mail.aol.com",
      "www.icloud.com",
      "www-mail.icloud-sandbox.com",
      "mail.proton.me",
      "mail.zoho.com",
      "mail.zoho.eu",
      "app.fastmail.com",
      "navigator-bs.gmx.co.uk",
      "navigator-bs.gmx.com",
      "email.bt.com",
      "mail2.virginmedia.com",
    ],
    source: "SITES.md A3, from open extensions for mail; BT, GMX and Virgin Media from memory",
    checked: "2026-11-30",
  },
  "file-sharing": {
    name: "File sharing",
    says: "WeTransfer, Dropbox, Google Drive, OneDrive, Box, MEGA, Smash, TransferNow and SwissTransfer",
    hosts: [
      "wetransfer.com",
      "www.dropbox.com",
      "drive.google.com",
      "onedrive.live.com",
      ".sharepoint.com",
      "app.box.com",
      "mega.nz",
      "fromsmash.com",
      "www.transfernow.net",
      "www.swisstransfer.com",
    ],
    source: "SITES.md F, from an open data-loss extension, and from memory",
    checked: "2026-11-30",
  },
  "ai-chat": {
    name: "AI chats",
    says: "ChatGPT, Claude, Gemini, Copilot, Perplexity, DeepSeek, Le Chat, Grok, Meta AI and Poe",
    hosts: [
      "chatgpt.com",
      "claude.ai",
      "gemini.google.com",
      "copilot.microsoft.com",
      "m365.cloud.microsoft",
      "www.perplexity.ai",
      "chat.deepseek.com",
      "chat.mistral.ai",
      "grok.com",
      "www.meta.ai",
      "poe.com",
    ],
    source: "SITES.md F, from an open data-loss extension, and from memory",
    checked: "2026-11-30",
  },
  messaging: {
    name: "Messaging",
    says: "WhatsApp, Telegram, Messenger, Slack, Teams, Discord, Google Messages and Chat",
    hosts: [
      "web.whatsapp.com",
      "web.telegram.org",
      "www.messenger.com",
      "app.slack.com",
      "teams.microsoft.com",
      "teams.live.com",
      "teams.cloud.microsoft",
      "discord.com",
      "messages.google.com",
      "chat.google.com",
    ],
    source: "SITES.md F, from an open data-loss extension, and from memory",
    checked: "2026-11-30",
  },
};

/**
 * Sites that a clinic's policy names: by itself, then by kind. A host that it names itself is watched as it says.
 *
 * @param kinds - As they are stored; what is none is left out.
 */
export function withKinds<Site extends { readonly host: string; readonly adapter: string }>(
  named: readonly Site[],
  kinds: readonly string[],
): { host: string; adapter: string }[] {
  const own = new Set(named.map(({ host }) => host));
  const hosts = siteKinds.filter((kind) => kinds.includes(kind)).flatMap((kind) => sitesOfKind[kind].hosts);
  const more = hosts.filter((host) => !own.has(host)).map((host) => ({ host, adapter: "unknown-mail" }));
  return [...named, ...more];
}
