import type { Page } from "puppeteer-core";
import { type BidiNode, callFunction, contextOf } from "./bidi.ts";
import { middleOf } from "./closed-root.ts";
import { type ClosedRoots, type GuardDialog, guardDialog, type Handle } from "./dialog.ts";
import { writeInFirefox } from "./write.ts";

/**
 * Firefox shows closed shadow roots to WebDriver BiDi alone: a document serialised with
 * `includeShadowTree: "all"` gives each node in them a `sharedId`, which later calls take as an argument.
 */
function* closedRootsIn(node: BidiNode): Generator<string> {
  const shadow = node.value?.shadowRoot;
  if (shadow?.value?.mode === "closed" && shadow.sharedId) yield shadow.sharedId;
  for (const one of [...(shadow ? [shadow] : []), ...(node.value?.children ?? [])]) yield* closedRootsIn(one);
}

/** A handle names the frame too: `context|sharedId`. */
const split = (handle: Handle) => {
  const [context = "", sharedId = ""] = handle.split("|");
  return { context, sharedId };
};

function closedRoots(page: Page): ClosedRoots {
  const run = (handle: Handle, source: string, argument: unknown) => {
    const { context, sharedId } = split(handle);
    const value = { type: "string", value: JSON.stringify(argument ?? null) };
    return callFunction(page, context, source, [{ sharedId }, value]);
  };
  const driver: ClosedRoots = {
    async roots() {
      const perFrame = page.frames().map(async (frame) => {
        const context = contextOf(frame);
        const tree = await callFunction(page, context, "() => document.documentElement", [], true).catch(
          () => null,
        );
        return tree ? [...closedRootsIn(tree as BidiNode)].map((id) => `${context}|${id}`) : [];
      });
      return (await Promise.all(perFrame)).flat();
    },
    async call(handle, look, argument) {
      const source = `(held, argument) => JSON.stringify((${String(look)})(held, JSON.parse(argument)) ?? null)`;
      return JSON.parse((await run(handle, source, argument)).value as string);
    },
    async hold(handle, find, argument) {
      const source = `(held, argument) => (${String(find)})(held, JSON.parse(argument))`;
      const { sharedId } = await run(handle, source, argument);
      return sharedId ? `${split(handle).context}|${sharedId}` : null;
    },
    async press(held) {
      const { x, y } = await driver.call(held, middleOf, null);
      const frame = page.frames().find((one) => contextOf(one) === split(held).context);
      const box = await (await frame?.frameElement())?.boundingBox();
      await page.mouse.click(x + (box?.x ?? 0), y + (box?.y ?? 0));
    },
    write: (text) => writeInFirefox(page, text),
  };
  return driver;
}

/** The guard's dialog and notices on a page of Firefox, or in a frame that stands directly in it. */
export function closedShadowFirefox(page: Page): GuardDialog {
  return guardDialog(closedRoots(page));
}
