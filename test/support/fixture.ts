import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContext } from "playwright";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

export interface FixtureAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * What a fixture folder answers under a path: the file, the page `<path>.html`, or `index.html` for any
 * address without an extension, as a single-page application does.
 */
export function fixtureAnswer(folder: string, pathname: string): FixtureAnswer {
  const path = decodeURIComponent(pathname).replace(/\/+$/, "");
  const tries = [path, `${path}.html`, join(path, "index.html")];
  if (extname(path) === "") tries.push("index.html");
  const file = tries
    .map((one) => join(folder, one))
    .find((one) => one.startsWith(folder) && existsSync(one) && statSync(one).isFile());
  if (!file) return { status: 404, contentType: "text/plain", body: Buffer.from("not found") };
  return {
    status: 200,
    contentType: types[extname(file)] ?? "application/octet-stream",
    body: readFileSync(file),
  };
}

/** Serves a fixture folder under its real host name, without a resolver or a certificate. */
export async function serveFixture(context: BrowserContext, host: string, folder: string): Promise<void> {
  await context.route(`https://${host}/**`, (route) => {
    const url = new URL(route.request().url());
    return route.fulfill(fixtureAnswer(folder, url.pathname));
  });
}
