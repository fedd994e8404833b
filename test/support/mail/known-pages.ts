import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";

const root = join(import.meta.dirname, "../../..");

/** A page in the manner of a product, under its own host, and how a person writes, attaches and sends there. */
export interface KnownPage {
  readonly name: string;
  readonly url: string;
  /** Folder or file below the repository, as it is served. */
  readonly file: string;
  /** The adapter that ships for it; left out: none does. */
  readonly adapter?: string;
  readonly field: string;
  /** Part of the frame's id where the field lies in one. */
  readonly frame?: string;
  readonly attach: string;
  /** What is pressed to send, or `Enter` and the like. */
  readonly send: string;
  /** What the dialog says of whom it goes to; nothing where the page has no recipients. */
  readonly goesTo: string;
  /** Requests that carry what was written, by their path; left out: the page counts what it sends by itself. */
  readonly sends?: RegExp;
}

const kind = (name: string, page: Omit<KnownPage, "name" | "url" | "file" | "attach">): KnownPage => ({
  name,
  url: `https://${name}.example/`,
  file: `test/fixtures/mail/kinds/${name}.html`,
  attach: name === "sogo" ? "#pick" : name === "zimbra" ? "#attach" : ".attach",
  ...page,
});

export const knownPages: readonly KnownPage[] = [
  {
    name: "Gmail",
    url: "https://mail.google.com/mail/u/0/",
    file: "extension/mail/gmail/page/index.html",
    adapter: "gmail",
    field: ".Am",
    attach: ".attach",
    send: ".T-I-atl",
    goesTo: "reception@northquay.example",
  },
  {
    name: "Outlook",
    url: "https://outlook.cloud.microsoft/mail/?to=gp@surgery.example",
    file: "extension/mail/outlook/page/index.html",
    adapter: "outlook",
    field: "#editor",
    attach: "#attach",
    send: "button[name=Send]",
    goesTo: "gp@surgery.example",
    sends: /CreateItem/,
  },
  {
    name: "Outlook in German, a name alone",
    url: "https://outlook.office.com/mail/?lang=de&to=Sam%20Voss",
    file: "extension/mail/outlook/page/index.html",
    adapter: "outlook",
    field: "#editor",
    attach: "#attach",
    send: "button[name=Send]",
    goesTo: "Sam Voss",
    sends: /CreateItem/,
  },
  {
    name: "SnappyMail",
    url: "https://snappymail.example/?to=gp@surgery.example",
    file: "extension/mail/snappymail/page/index.html",
    adapter: "snappymail",
    field: ".squire-wysiwyg",
    attach: "#composeUploadButton",
    send: "header .btn:has(.icon-paper-plane)",
    goesTo: "gp@surgery.example",
    sends: /Json.*SendMessage/,
  },
  {
    name: "SnappyMail in Portuguese, by its short cut",
    url: "https://snappymail-pt.example/?to=gp@surgery.example&word=Mandar",
    file: "extension/mail/snappymail/page/index.html",
    adapter: "snappymail",
    field: ".squire-wysiwyg",
    attach: "#composeUploadButton",
    send: "Control+Enter",
    goesTo: "gp@surgery.example",
    sends: /Json.*SendMessage/,
  },
  kind("nextcloud", { field: ".ck", send: ".send", goesTo: "gp@surgery.example", sends: /outbox/ }),
  kind("sogo", { field: "textarea", send: "[ng-click]", goesTo: "Sam Voss", sends: /\/send/ }),
  kind("zimbra", {
    field: "#tinymce",
    frame: "ZmHtmlEditor1_body_ifr",
    send: "#zb__COMPOSE-1__SEND",
    goesTo: "gp@surgery.example",
    sends: /SendMsgRequest/,
  }),
  kind("proton", {
    field: "#rooster-editor",
    frame: "rooster",
    send: "[data-testid='composer:send-button']",
    goesTo: "gp@surgery.example",
    sends: /\/send/,
  }),
  kind("yahoo", {
    field: "[data-test-id=rte]",
    send: "[data-test-id=compose-send-button]",
    goesTo: "gp@surgery.example",
    sends: /batch/,
  }),
  kind("transfer", { field: "textarea", send: ".transfer-cta", goesTo: "gp@surgery.example", sends: /link/ }),
  kind("assistant", { field: "#prompt-textarea", send: "Enter", goesTo: "", sends: /conversation/ }),
  kind("messages", { field: "[role=textbox]", send: ".slot button", goesTo: "", sends: /relay/ }),
];

/** Serves every page under its own host name, and keeps what is posted by it: path, then body. */
export async function serveKnownPages(context: BrowserContext): Promise<string[]> {
  const posts: string[] = [];
  await context.route(
    ({ host }) => knownPages.some(({ url }) => new URL(url).host === host),
    (route) => {
      const request = route.request();
      const { host, pathname, search } = new URL(request.url());
      if (request.method() === "POST") {
        posts.push(`${pathname}${search} ${request.postData() ?? ""}`);
        return route.fulfill({ status: 204 });
      }
      const page = knownPages.find(({ url }) => new URL(url).host === host);
      const path = pathname === "/kit.js" ? "test/fixtures/mail/kinds/kit.js" : page?.file;
      const contentType = pathname === "/kit.js" ? "text/javascript" : "text/html; charset=utf-8";
      return route.fulfill({ contentType, body: readFileSync(join(root, path ?? "")) });
    },
  );
  return posts;
}

/** Where a page's field is written. */
export async function fieldOf(page: Page, { frame, field }: KnownPage) {
  if (frame === undefined) return page.locator(field);
  await page.waitForFunction(
    () => (document.querySelector("iframe")?.contentDocument?.body?.childNodes.length ?? -1) >= 0,
  );
  return page.frameLocator("iframe").locator(field);
}
