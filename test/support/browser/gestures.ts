import type { Locator, Page } from "playwright";

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("nothing to drop on");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drops files from the desktop: the page gets trusted events, as from a person's hand (SITES.md A5). */
export async function dropFiles(page: Page, target: Locator, paths: readonly string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const { x, y } = await middle(target);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await cdp.send("Input.dispatchDragEvent", { type, x, y, data });
  }
  await cdp.detach();
}

/** Pastes a picture (PNG) from the clipboard with the keyboard; trusted, the page gets a file `image.png`. */
export async function pasteImage(page: Page, target: Locator, png: Buffer): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) }),
    ]);
  }, png.toString("base64"));
  await target.focus();
  await page.keyboard.press("Control+V");
}

/**
 * Pastes a file of any kind. Headless, no protocol puts files on the clipboard, so the event is made by script
 * and not trusted; all else of it is as from the desktop.
 */
export async function pasteFile(target: Locator, name: string, type: string, bytes: Buffer): Promise<void> {
  await target.evaluate(
    (element, file) => {
      const content = Uint8Array.from(atob(file.base64), (byte) => byte.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([content], file.name, { type: file.type }));
      const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
      (element as HTMLElement).focus();
      element.dispatchEvent(new ClipboardEvent("paste", options));
    },
    { name, type, base64: bytes.toString("base64") },
  );
}
