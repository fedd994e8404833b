import type { MailAdapter } from "#domain/sites/adapter";

/**
 * SnappyMail 2.38, on any host that the clinic's policy names (SITES.md A4). It picks files through an input outside the
 * document, which the page-world half hears (vendors/jua/jua.js), and sends by a request alone.
 */
export const snappymail: MailAdapter = {
  id: "snappymail",
  version: 1,
  name: "SnappyMail",
  kind: "webmail",
  hosts: [],
  evidence: {
    level: "source",
    checked: "2026-11-30",
    refs: [
      {
        repository: "the-djmaze/snappymail",
        commit: "ba496919",
        path: "snappymail/v/0.0.0/app/templates/Views/User/PopupsCompose.html",
      },
      { repository: "the-djmaze/snappymail", commit: "ba496919", path: "dev/View/Popup/Compose.js" },
      { repository: "the-djmaze/snappymail", commit: "ba496919", path: "dev/Component/EmailAddresses.js" },
      { repository: "the-djmaze/snappymail", commit: "ba496919", path: "dev/External/SquireUI.js" },
      { repository: "the-djmaze/snappymail", commit: "ba496919", path: "vendors/jua/jua.js" },
    ],
  },
  composeUrls: [],
  compose: {
    root: ["#V-PopupsCompose"],
    body: [".squire-wysiwyg[contenteditable=true]", ".squire-plain", ".squire-wysiwyg"],
    bodyFrame: [],
    subject: ["input[name=subject]"],
    recipients: [
      { find: "ul.emailaddresses > li[title*='@']", read: "@title" },
      { find: "ul.emailaddresses > li:not(.emailaddresses-input, [title*='@'])", read: "text" },
      { find: "ul.emailaddresses > li.emailaddresses-input > input", read: "value" },
    ],
    attachments: {
      items: [".attachmentList > .attachmentItem"],
      name: [".attachmentName"],
      busy: [".attachmentItem.waiting"],
    },
    send: {
      buttons: ["a.btn[data-bind*='sendCommand']", "header a.btn:has(> .icon-paper-plane)"],
      hotkey: true,
      formSubmit: false,
      marks: { sends: ['"SendMessage"'], drafts: ['"SaveMessage"'] },
    },
  },
};
