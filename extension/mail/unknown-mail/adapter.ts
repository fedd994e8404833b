import type { MailAdapter } from "#domain/sites/adapter";

/**
 * A webmail that nobody has described: every list is empty, so all is found by structure (guard/structure.ts).
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
      "cybersentineldlp-prod 790dc61: profiles.js, generic profile",
      "snappymail ba496919",
      "nextcloud/mail e5734fe2",
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
