import type { MailAdapter } from "#domain/sites/adapter";

/** Roundcube 1.6 with the elastic skin, on any host that the clinic's policy names (SITES.md A4). */
export const roundcube: MailAdapter = {
  id: "roundcube",
  version: 1,
  name: "Roundcube",
  kind: "webmail",
  hosts: [],
  evidence: {
    level: "run-here",
    checked: "2026-11-24",
    refs: [
      { release: "Debian roundcube-core 1.6.5", file: "run here" },
      { repository: "roundcube/roundcubemail", commit: "28b44419", path: "program/js/app.js" },
      {
        repository: "roundcube/roundcubemail",
        commit: "28b44419",
        path: "skins/elastic/templates/compose.html",
      },
    ],
  },
  composeUrls: ["_action=compose"],
  compose: {
    root: ["body.action-compose", "form[name=form]:has([name=_subject])"],
    body: ["textarea[name=_message]"],
    bodyFrame: ["iframe#composebody_ifr"],
    subject: ["[name=_subject]"],
    recipients: [
      {
        find: "textarea[name=_to], textarea[name=_cc], textarea[name=_bcc], input[name=_to], input[name=_cc], input[name=_bcc]",
        read: "value",
      },
      {
        find: "ul.recipient-input > li > input[type=text], ul.recipient-input > li.input > input",
        read: "value",
      },
    ],
    attachments: {
      items: ["#attachment-list > li"],
      name: [".attachment-name", "a.filename"],
      busy: [".uploading"],
      // app.js: command "load-attachment" of a composer, `_action: "display-attachment"`.
      open: "?_task=mail&_action=display-attachment&_file={item}&_id={param:_id}",
    },
    send: {
      buttons: ["button.send", "a.button.send", "a.send[onclick*=\"command('send'\"]"],
      hotkey: false,
      formSubmit: true,
      draftField: "input[name=_draft]",
    },
  },
};
