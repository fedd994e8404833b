import type { MailAdapter } from "#domain/sites/adapter";

/**
 * A webmail that nobody has described: every list is empty, so all is found by structure (extension/guard/message/structure.ts, recipient-fields.ts).
 * The clinic names it in its policy; it also stands in when an adapter is switched off.
 */
export const unknownMail: MailAdapter = {
  id: "unknown-mail",
  version: 1,
  name: "Webmail without an adapter",
  kind: "webmail",
  hosts: [],
  evidence: {
    level: "source",
    checked: "2026-11-24",
    refs: [
      {
        repository: "effaaykhan/cybersentineldlp-prod",
        commit: "790dc61",
        path: "agents/browser-extension/src/profiles.js",
      },
      { repository: "the-djmaze/snappymail", commit: "ba496919", path: "dev/View/Popup/Compose.js" },
      { repository: "nextcloud/mail", commit: "e5734fe2", path: "src/components/Composer.vue" },
    ],
  },
  composeUrls: [],
  compose: {
    root: [],
    body: [],
    bodyFrame: [],
    subject: [],
    recipients: [],
    attachments: { items: [], name: [], busy: [] },
    send: { buttons: [], hotkey: true, formSubmit: true },
  },
};
