/** What the lead reads while showing how a page is read. */
export const words = {
  called: (host: string): string => `Web mail on ${host}`,
  from: "shown on the page by the clinic",
  title: "Show how this page is read",
  recipient:
    "Write a message to somebody first. Then press one of its recipients: the name or address as it stands there.",
  byKey: "By the keyboard: move to it with the Tab key, then come here and choose “Take where I was”.",
  takeFocused: "Take where I was",
  nowhere: "You have not been anywhere on this page yet. Move to it with the Tab key first.",
  attachment: "Press the name of an attached file. Skip it if there is none.",
  send: "Press the button that sends. It is only shown: nothing is sent.",
  notThere: "That can’t be shown: it lies in a frame, or is the page itself.",
  nothing:
    "Nothing lasting can be said of what you pressed: its makers gave it no name. The page is guarded by its structure.",
  skip: "Skip",
  again: "Show it again",
  copy: "Copy",
  stop: "Close",
  data: "How this page is read, as data",
  found: (recipients: number, files: number): string =>
    `Tried on this page: ${recipients} ${recipients === 1 ? "recipient" : "recipients"} and ${files} ${files === 1 ? "attachment" : "attachments"} found.`,
  publish:
    "If that is right, copy it, and publish it in Chaperone’s Settings under How pages are read. Then choose it there for this host.",
} as const;
