import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compressFolder } from "../../../scripts/building/compress.mjs";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { ask } from "./clinic.ts";

let server: TestServer;
const pages = mkdtempSync(join(tmpdir(), "chaperone-pages-"));
beforeAll(async () => {
  mkdirSync(join(pages, "_app", "immutable"), { recursive: true });
  writeFileSync(join(pages, "index.html"), "<!doctype html><title>Chaperone</title>");
  writeFileSync(join(pages, "favicon.svg"), "<svg/>");
  writeFileSync(
    join(pages, "_app", "immutable", "entry.abc123.js"),
    `export const text = "${"slow herons ".repeat(500)}";`,
  );
  writeFileSync(join(pages, "_app", "version.json"), "{}");
  compressFolder(pages);
  server = await startServer({ pages });
});
afterAll(async () => {
  await server?.stop();
  rmSync(pages, { recursive: true, force: true });
});

test.each([
  ["/", 200, "text/html"],
  ["/sign-in", 200, "text/html"],
  ["/log?user=abc&kind=mail.held", 200, "text/html"],
  ["/people/abc/def", 200, "text/html"],
  ["/favicon.svg", 200, "image/svg+xml"],
  ["/_app/immutable/entry.abc123.js", 200, "text/javascript"],
  ["/_app/immutable/gone.def456.js", 404, "application/json"],
  ["/_app/immutable/", 404, "application/json"],
  ["/_app/nothing", 404, "application/json"],
  ["/gone.png", 404, "application/json"],
  ["/.env", 404, "application/json"],
  ["/.git/config", 404, "application/json"],
  ["/log/.hidden/x", 404, "application/json"],
  ["/log.csv", 404, "application/json"],
  ["/log/x.sqlite", 404, "application/json"],
  ["/robots.txt", 404, "application/json"],
  ["/api", 404, "application/json"],
  ["/api/", 404, "application/json"],
  ["/api/nope", 404, "application/json"],
  ["/api/nope.js", 404, "application/json"],
  ["/api/chaperone/nope", 404, "application/json"],
  ["/%2e%2e/data.db", 404, "application/json"],
  ["/..%2f..%2fetc%2fpasswd", 404, "application/json"],
])("%s answers %i", async (path, status, type) => {
  const answer = await ask(server, `GET ${path}`);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("Content-Type")).toContain(type);
  if (type === "text/html") expect(answer.body).toContain("<title>Chaperone</title>");
});

describe("headers", () => {
  test.each(["/", "/log", "/gone.png", "/api/nope", "/api/chaperone/state", "/favicon.svg"])(
    "on %s",
    async (path) => {
      const { headers } = await ask(server, `GET ${path}`);
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("X-Frame-Options")).toBe("DENY");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Permissions-Policy")).toContain("camera=()");
      expect(headers.get("Strict-Transport-Security")).toBe(null);
    },
  );

  test("on what is refused before any route is asked", async () => {
    const { status, headers } = await ask(server, "POST /api/chaperone/act", { body: "x".repeat(300_000) });
    expect(status).toBe(413);
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
  });

  test("only a hashed file that exists is remembered", async () => {
    const remembered = async (path: string) =>
      (await ask(server, `GET ${path}`)).headers.get("Cache-Control");
    expect(await remembered("/_app/immutable/entry.abc123.js")).toBe("public, max-age=31536000, immutable");
    expect(await remembered("/_app/immutable/gone.def456.js")).toBe("no-cache");
    expect(await remembered("/_app/version.json")).toBe("no-cache");
    expect(await remembered("/log")).toBe("no-cache");
    expect(await remembered("/api/chaperone/state")).toBe("no-store");
  });

  test("browsers are told to stay on https where the clinic's address is https", async () => {
    const secure = await startServer({ pages, publicUrl: "https://chaperone.harbour.example" });
    try {
      expect((await ask(secure, "GET /")).headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
    } finally {
      await secure.stop();
    }
  });
});

test("what can be compressed is", async () => {
  const { headers } = await ask(server, "GET /_app/immutable/entry.abc123.js", {
    headers: { "Accept-Encoding": "gzip" },
  });
  expect(headers.get("Content-Encoding")).toBe("gzip");
});

test("a page of another origin may call the API, for an extension's origin is not known before", async () => {
  const { headers } = await ask(server, "GET /api/chaperone/state", {
    headers: { Origin: "moz-extension://abc" },
  });
  expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
});
