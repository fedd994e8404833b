import type { MailAdapter } from "#domain/sites/adapter";

/** Gmail and Google Workspace mail (SITES.md A1). Class names are renamed by Google now and then: structure is the fallback. */
export const gmail: MailAdapter = {
  id: "gmail",
  version: 1,
  name: "Gmail",
  kind: "webmail",
  hosts: ["mail.google.com"],
  evidence: {
    level: "source",
    checked: "2026-11-22",
    refs: [
      { repository: "KartikTalwar/gmail.js", commit: "b7dfdab", path: "src/gmail.js" },
      {
        repository: "InboxSDK/InboxSDK",
        commit: "a8a6fe2c",
        path: "src/platform-implementation-js/dom-driver/gmail/views/gmail-compose-view/page-parser.ts",
      },
      {
        repository: "InboxSDK/InboxSDK",
        commit: "a8a6fe2c",
        path: "src/platform-implementation-js/dom-driver/gmail/views/gmail-compose-view/get-recipients.ts",
      },
      {
        repository: "InboxSDK/InboxSDK",
        commit: "a8a6fe2c",
        path: "src/platform-implementation-js/dom-driver/gmail/gmail-driver/setup-compose-view-driver-stream.ts",
      },
      {
        repository: "mailvelope/mailvelope",
        commit: "a1c1fa9e",
        path: "src/content-scripts/providerSpecific.js",
      },
    ],
  },
  composeUrls: ["?view=cm", "&view=cm", "#compose", "compose="],
  compose: {
    root: ["div.M9", "div.AD", "[role=dialog]:has([g_editable=true])"],
    body: [".Ap [g_editable=true]", "div.Am.Al.editable", "div[contenteditable=true]:not([id=subject])"],
    bodyFrame: [],
    subject: ["input[name=subjectbox]"],
    recipients: [
      { find: ".anm[name] [role=option][data-name]", read: "@data-hovercard-id" },
      { find: ".vR > input[type=hidden]", read: "value" },
      { find: "textarea.vO", read: "value" },
      {
        find: "div[name=to] input[peoplekit-id], div[name=cc] input[peoplekit-id], div[name=bcc] input[peoplekit-id]",
        read: "value",
      },
    ],
    attachments: { items: ["div.dL"], name: [".vI"], busy: ["[role=progressbar]"] },
    send: {
      buttons: [
        "div.T-I.T-I-atl[role=button]",
        ".IZ .Up div > div[role=button]:not([aria-haspopup=true])",
        "[selector=scheduledSend]",
      ],
      hotkey: true,
      formSubmit: false,
      // gmail.js: labels of a message in what is posted to `/i/s`.
      marks: { sends: ["^pfg", "^scheduled"], drafts: ['"^r"', '"^r_bt"'] },
    },
  },
};
