import type { CDPSession, Page } from "playwright";
import { guardPage } from "../../support/mail/guard-page.ts";
import { until } from "../../support/server/loopback.ts";

/** Runs in the guard's own world of the page: marks the first frame that shows a word of ours after this. */
function watchFirst(): void {
  const stage = (globalThis as Record<symbol, unknown>)[Symbol.for("chaperone stage")] as () => {
    root: HTMLElement;
    show(): void;
  };
  const surface = stage();
  surface.show();
  const observer = new MutationObserver(() => {
    if (!surface.root.querySelector(".notice, dialog[open]")) return;
    observer.disconnect();
    // Within the frame's own work, and after it: then it has been drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark("first-state");
      port2.postMessage(null);
    });
  });
  observer.observe(surface.root, { childList: true, subtree: true, attributes: true });
}

/** Runs in the page: a file is chosen, as the browser tells a page, and the moment is marked. */
function choose(base64: string): void {
  performance.clearMarks();
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  const held = new DataTransfer();
  held.items.add(new File([bytes], "Ellery clinic letter.pdf", { type: "application/pdf" }));
  const input = document.querySelector("#uploadformInput") as HTMLInputElement;
  input.files = held.files;
  performance.mark("chosen");
  input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
}

/** The guard's world of the page that is open now. */
export async function worldOf(cdp: CDPSession): Promise<number> {
  let id: number | undefined;
  const hear = ({ context }: { context: { id: number; name: string; auxData?: unknown } }) => {
    if (context.name === "Chaperone") id ??= context.id;
  };
  cdp.on("Runtime.executionContextCreated", hear);
  await cdp.send("Runtime.disable");
  await cdp.send("Runtime.enable");
  try {
    return await until("the guard's world", async () => id ?? null);
  } finally {
    cdp.off("Runtime.executionContextCreated", hear);
  }
}

/** Milliseconds from the choice of a file to the first frame with a word of ours, both marked in the page. */
export async function firstState(page: Page, cdp: CDPSession, base64: string): Promise<number> {
  const contextId = await worldOf(cdp);
  await cdp.send("Runtime.evaluate", { contextId, expression: `(${watchFirst})()` });
  await page.evaluate(choose, base64);
  const ms = await until(
    "a word of ours",
    async () =>
      (await page.evaluate(() => {
        const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
        const [from, to] = [at("chosen"), at("first-state")];
        return from !== undefined && to !== undefined ? to - from : null;
      })) ?? null,
  );
  const { dialog } = guardPage(page);
  await dialog.opened();
  await dialog.press("Remove it");
  await dialog.closed();
  await until("our words to go", async () => !(await dialog.notice()), 30_000);
  return ms;
}
