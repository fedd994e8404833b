import { until } from "../server/loopback.ts";
import type { MailPage } from "./mail-page.ts";
import type { Sent, Webmail } from "./webmail.ts";

/** A person at Roundcube: its own buttons and fields only (selectors: SITES.md A4, seen on 1.6.5). */
export function roundcube(page: MailPage, webmail: Webmail) {
  const attachments = () => page.texts("#attachment-list li:not(.uploading) .attachment-name");
  return {
    /** Signs in, unless this browser is. */
    async signIn(): Promise<void> {
      await page.goto(webmail.url);
      if ((await page.texts("#taskmenu a.compose")).length > 0) return;
      await page.fill("#rcmloginuser", webmail.user);
      await page.fill("#rcmloginpwd", webmail.password);
      await page.click("#rcmloginsubmit");
      await page.waitFor("#taskmenu a.compose");
    },
    /** Opens a new message in this tab. */
    async compose(to: string, subject: string, body = "Hello"): Promise<void> {
      await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${encodeURIComponent(to)}`);
      await page.waitFor("#uploadformInput");
      await page.fill("[name=_subject]", subject);
      if ((await page.texts("textarea[name=_message]:not([aria-hidden=true])")).length > 0) {
        await page.fill("textarea[name=_message]", body);
      }
    },
    /** The "Attach a file" button, then these files in the chooser. */
    attach: (...paths: readonly string[]): Promise<void> =>
      page.chooseFiles("#compose-attachments button.attach, .btn.attach", ...paths),
    /** Names of the files that Roundcube has taken. */
    attachments,
    /** Waits until Roundcube shows just this many files. */
    attached: (count: number): Promise<boolean> =>
      until(`${count} attached`, async () => (await attachments()).length === count),
    /** Presses Send and waits for the message at the SMTP server, and for Roundcube to leave the composer. */
    async send(): Promise<Sent> {
      const before = webmail.sent.length;
      await page.click("button.send");
      const sent = await until("the message at the SMTP server", () => webmail.sent[before]);
      await until("the composer's end", async () => (await page.texts("#compose-attachments")).length === 0);
      return sent;
    },
  };
}
