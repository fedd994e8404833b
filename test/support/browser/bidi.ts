import type { Frame, Page } from "puppeteer-core";

/** A node as WebDriver BiDi serialises it; `sharedId` names it in later calls. */
export interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly mode?: string;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

type CallResult =
  | { readonly type: "success"; readonly result: BidiNode & { readonly value?: unknown } }
  | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

interface Connection {
  send(method: "script.callFunction", parameters: object): Promise<{ result: CallResult }>;
  send(method: "browsingContext.navigate", parameters: object): Promise<unknown>;
}

/** Puppeteer's own connection to Firefox: it has no public way to ask for what `callFunction` below does. */
export const connectionOf = (page: Page): Connection =>
  (page.browser() as unknown as { connection: Connection }).connection;

export const contextOf = (frame: Frame): string => (frame as unknown as { _id: string })._id;

/** Runs a function, given by its source, in a browsing context; with `deep`, nodes come with all below them. */
export async function callFunction(
  page: Page,
  context: string,
  source: string,
  args: readonly object[],
  deep = false,
) {
  const { result } = await connectionOf(page).send("script.callFunction", {
    functionDeclaration: source,
    arguments: args,
    awaitPromise: true,
    userActivation: false,
    target: { context },
    serializationOptions: deep
      ? { maxDomDepth: null, includeShadowTree: "all" }
      : { maxDomDepth: 0, includeShadowTree: "none" },
  });
  if (result.type === "exception") throw new Error(result.exceptionDetails.text);
  return result.result;
}
