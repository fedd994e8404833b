import type { MailAdapter } from "#domain/sites/adapter";

/**
 * Outlook on the web: Microsoft 365, NHSmail, Outlook.com (SITES.md A2). Its labels are in the person's own language: ids
 * and test ids come first, English labels second, structure third. A chip often shows a name alone: it counts as outside.
 */
export const outlook: MailAdapter = {
  id: "outlook",
  version: 1,
  name: "Outlook on the web",
  kind: "webmail",
  hosts: ["outlook.office.com", "outlook.office365.com", "outlook.live.com", "outlook.cloud.microsoft"],
  evidence: {
    level: "third-party",
    checked: "2026-11-30",
    refs: [
      { document: "docs/SITES.md", section: "A2" },
      {
        repository: "mailvelope/mailvelope",
        commit: "a1c1fa9e",
        path: "src/content-scripts/providerSpecific.js",
      },
      {
        repository: "Freemindtronic/evicypher-webmail",
        commit: "105ea00",
        path: "src/content-scripts/outlook.ts",
      },
      {
        repository: "lucasjellema/outlook-addin",
        commit: "d747d532",
        path: "ManyMail/outlook-newmail-window-chrome-extension/content.js",
      },
      { unsourced: "seen in third-party code, source not kept" },
    ],
  },
  composeUrls: ["/mail/deeplink/compose", "mailtouri="],
  compose: {
    root: [
      "[role=dialog]:has([id^=editorParent_])",
      "[data-app-section=MailReadCompose]:has([id^=editorParent_])",
      "[id^=ReadingPaneContainerId]:has([id^=editorParent_])",
    ],
    body: [
      "[id^=editorParent_] [contenteditable=true]",
      "[role=textbox][contenteditable=true][aria-multiline=true]",
      "[role=textbox][contenteditable=true][aria-label^='Message body']",
    ],
    bodyFrame: [],
    subject: [
      "input[id^=TextField][maxlength='255']",
      "input[aria-label='Add a subject'], input[aria-label='Subject'], input[placeholder='Add a subject']",
    ],
    recipients: [
      { find: "[data-selection-index] [title*='@'], [data-selection-index][title*='@']", read: "@title" },
      { find: "[data-selection-index]:not(:has([title*='@']))", read: "text" },
      {
        find: "[contenteditable=true]:not([aria-multiline=true], [aria-label^='Message body'], [id^=editorParent_] *)",
        read: "text",
      },
    ],
    // Their markup is not verified (SITES.md G): found by structure.
    attachments: { items: [], name: [], busy: ["[role=progressbar]"] },
    send: {
      buttons: [
        "button[data-testid=ComposeSendButton]",
        "button[name=Send], button[aria-label=Send], button[title='Send (Ctrl+Enter)']",
      ],
      hotkey: true,
      formSubmit: false,
      marks: { sends: ["SendOnly", "SendAndSaveCopy"], drafts: ["SaveOnly"] },
    },
  },
};
