import type { CDPSession, Page } from "playwright";
import { type ClosedRoots, type GuardDialog, guardDialog } from "./dialog.ts";
import { writeInChromium } from "./write.ts";

interface Node {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly shadowRoots?: readonly Node[];
  readonly children?: readonly Node[];
  readonly contentDocument?: Node;
}

function* closedRootsIn(node: Node): Generator<number> {
  if (node.shadowRootType === "closed") yield node.backendNodeId;
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  if (node.contentDocument) below.push(node.contentDocument);
  for (const one of below) yield* closedRootsIn(one);
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

async function run(page: Page, objectId: string, look: unknown, argument: unknown, returnByValue: boolean) {
  const cdp = await sessionOf(page);
  const { result, exceptionDetails } = await cdp.send("Runtime.callFunctionOn", {
    objectId,
    functionDeclaration: `function (argument) { return (${String(look)})(this, argument); }`,
    arguments: [{ value: argument }],
    returnByValue,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result;
}

/** The closed shadow roots of a page of Chromium, through the DevTools protocol: pages can't do this. */
function closedRoots(page: Page): ClosedRoots {
  return {
    async roots() {
      const cdp = await sessionOf(page);
      const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
      const objects = [...closedRootsIn(root as Node)].map(async (backendNodeId) => {
        const { object } = await cdp.send("DOM.resolveNode", { backendNodeId });
        return object.objectId ?? [];
      });
      return (await Promise.all(objects)).flat();
    },
    call: async (held, look, argument) => (await run(page, held, look, argument, true)).value,
    hold: async (held, find, argument) => (await run(page, held, find, argument, false)).objectId ?? null,
    async press(objectId) {
      const cdp = await sessionOf(page);
      await cdp.send("DOM.scrollIntoViewIfNeeded", { objectId });
      const { quads } = await cdp.send("DOM.getContentQuads", { objectId });
      // Four corners, clockwise, in pixels of the page's own window wherever the frame stands.
      const [left = 0, top = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    },
    write: (text) => writeInChromium(page, text),
  };
}

/** The guard's dialog and notices on a page of Chromium. */
export function closedShadow(page: Page): GuardDialog {
  return guardDialog(closedRoots(page));
}
