import { gzipSync } from "node:zlib";
import type { BrowserContext, Page, Request, Response } from "playwright";

/** What a page asked for since it was watched. */
export interface Asked {
  /** Every request. */
  readonly requests: number;
  /** Those of the API beside the live line's. */
  readonly api: readonly string[];
  /** Those of the live line. */
  readonly line: number;
  /** Bytes of JavaScript as gzip makes of it, whatever the server did. */
  readonly script: number;
}

/** Counts what a page asks for from now on. */
export function watching(page: Page): () => Promise<Asked> {
  const requests: Request[] = [];
  const scripts: Response[] = [];
  page.on("request", (request) => requests.push(request));
  page.on("response", (response) => {
    if (response.headers()["content-type"]?.includes("javascript")) scripts.push(response);
  });
  return async () => {
    const paths = requests.map((request) => `${request.method()} ${new URL(request.url()).pathname}`);
    const api = paths.filter((path) => path.includes(" /api/"));
    const bodies = await Promise.all(scripts.map((response) => response.body()));
    return {
      requests: requests.length,
      api: api.filter((path) => !path.endsWith("/api/realtime")),
      line: api.filter((path) => path.endsWith("/api/realtime")).length,
      script: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0),
    };
  };
}

/** Milliseconds: a page rests four times as long as its last answer took before it reads anew, and machines can be slow. */
const anewWithin = { timeout: 100_000 };

/** Waits until the first screen stands and, for who watches the ledger, until it was read anew over the live line. */
export async function firstScreen(page: Page, watches: boolean, go: () => Promise<unknown>): Promise<void> {
  const line = watches
    ? page.waitForResponse(
        (response) => response.request().method() === "POST" && response.url().endsWith("/api/realtime"),
        anewWithin,
      )
    : undefined;
  let read = 0;
  const anew = watches
    ? page.waitForResponse(
        (response) => new URL(response.url()).pathname.endsWith("/frame") && ++read === 2,
        anewWithin,
      )
    : undefined;
  await go();
  await page.getByRole("heading", { level: 2, name: "Waiting for me" }).waitFor();
  await Promise.all([line, anew]);
}

/** A window as of somebody who has signed in before, with nothing in its cache. */
export async function asSignedIn(
  context: BrowserContext,
  { origins }: Pick<Awaited<ReturnType<BrowserContext["storageState"]>>, "origins">,
): Promise<Page> {
  await context.addInitScript((all) => {
    for (const { localStorage: kept } of all)
      for (const { name, value } of kept) localStorage.setItem(name, value);
  }, origins);
  return await context.newPage();
}
