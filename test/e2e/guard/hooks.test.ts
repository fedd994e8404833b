import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { until } from "../../support/server/loopback.ts";

/** A picker whose dialog a test can't press: it gives a handle to a letter at once. All else is the browser's own. */
const picker = (base64: string) => `
  window.showOpenFilePicker = async () => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle("letter.pdf", { create: true });
    const writable = await handle.createWritable();
    await writable.write(Uint8Array.from(atob("${base64}"), (byte) => byte.charCodeAt(0)));
    await writable.close();
    return [handle];
  };`;

describeWith(["chromium", "extension"])(
  "what no event tells: pickers, the clipboard, scripts that submit, frames",
  () => {
    const things = closing();
    let url: string;
    let letters: Letters;
    let chromium: Chromium;
    let on: GuardPage;

    beforeAll(async () => {
      const pages = things.open(await startMailPages());
      const { clinic } = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }]));
      chromium = things.open(await pairedChromium(clinic, "Office"));
      letters = await makeLetters(ellery);
      things.later(letters.remove);
      url = pages.url;
    });
    beforeEach(async () => {
      on = guardPage(await chromium.context.newPage());
      await on.page.addInitScript(picker(readFileSync(letters.pdf).toString("base64")));
      await on.page.goto(`${url}/ways.html`);
      return () => on.page.close();
    });

    test("a file picked by handle is held, and let in with a reason", async () => {
      await on.page.click("#picker");
      await on.dialog.opened("This letter has not been attached");
      expect(await on.got()).toEqual(on.nothing);
      await on.sendAnyway();
      await until("the page to get it", async () => (await on.got()).files.length > 0);
      expect(await on.got()).toEqual({ events: ["picked"], files: ["letter.pdf"], sent: 0 });
    });

    test("a file picked by handle and removed looks to the page like a picker that was dismissed", async () => {
      await on.page.click("#picker");
      await on.dialog.opened();
      await on.dialog.press("Remove it");
      await until("the page to hear", async () => (await on.got()).events.length > 0);
      expect(await on.got()).toEqual({ events: ["picker AbortError"], files: [], sent: 0 });
    });

    test("the page's own private files are let alone", async () => {
      const size = await on.page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const handle = await root.getFileHandle("cache.bin", { create: true });
        return (await handle.getFile()).size;
      });
      expect(size).toBe(0);
      expect(await on.dialog.seen()).toBeNull();
    });

    test("a picture that the page reads from the clipboard by itself is held", async () => {
      await on.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await on.page.evaluate(`(async () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 4, height: 4 });
      const png = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
      navigator.clipboard.read().then(() => got.events.push("read"), (error) => got.events.push(error.name));
    })()`);
      await on.dialog.opened("This image has not been pasted");
      expect((await on.got()).events).toEqual([]);
      await on.dialog.press("Remove it");
      await until("the page to hear", async () => (await on.got()).events.length > 0);
      expect((await on.got()).events).toEqual(["NotAllowedError"]);
    });

    test("a form that a script submits waits, and goes as it then was", async () => {
      await on.page.evaluate(`(() => {
      document.body.innerHTML =
        '<iframe name="sink"></iframe><form action="/ways.html" target="sink"><input name="to" value="claims@insurer.example">' +
        '<textarea name="message">Mr Jonah Ellery, NHS number 999 100 5919, born 12 March 1961.</textarea><button type="button">Send</button></form>';
      const form = document.querySelector("form");
      form.submit();
      form.target = "";
    })()`);
      await on.dialog.opened("This message has not been sent");
      const sink = () =>
        on.page
          .frames()
          .find((frame) => frame.name() === "sink")
          ?.url();
      expect(sink()).toBe("about:blank");
      await on.sendAnyway();
      await until("the form to go", async () => sink()?.includes("/ways.html?to=claims"));
      expect(on.page.url()).toContain("/ways.html");
    });

    test.each(["", 'sandbox="allow-scripts"'])(
      "a file chosen in a srcdoc frame %s is held",
      async (sandbox) => {
        const inner =
          '<input type="file"><script>addEventListener("change", () => document.title = "heard")</script>';
        const html = `<iframe id="inner" width="600" height="700" ${sandbox} srcdoc='${inner}'></iframe>`;
        await on.page.evaluate((markup) => document.body.insertAdjacentHTML("beforeend", markup), html);
        const input = on.page.frameLocator("#inner").locator("input");
        await input.setInputFiles(letters.pdf);
        // A sandboxed frame is a process of its own, into whose closed roots the test can't look.
        if (sandbox === "") await on.dialog.opened("This letter has not been attached");
        else await on.page.waitForTimeout(2_000);
        expect(await input.evaluate((one) => (one as HTMLInputElement).files?.length)).toBe(0);
        expect(await input.evaluate((one) => one.ownerDocument.title)).toBe("");
      },
    );

    test("an editor that opens its document anew is watched again", async () => {
      await on.page.evaluate(`(() => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.id = "editor";
      const doc = frame.contentDocument;
      doc.open();
      doc.write('<input type="file">');
      doc.close();
    })()`);
      await on.page.frameLocator("#editor").locator("input").setInputFiles(letters.pdf);
      await on.dialog.opened("This letter has not been attached");
    });
  },
);
