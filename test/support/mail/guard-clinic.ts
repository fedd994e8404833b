import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { NamedSite } from "#domain/clinic/named-site";
import { type Chromium, type ChromiumOptions, launchChromium } from "../browser/chromium.ts";
import { type Clinic, startClinic } from "../server/clinic.ts";
import { pairChromium } from "../server/pair.ts";
import { takeSockets } from "./socket.ts";

const folder = join(import.meta.dirname, "../../fixtures/mail");

/** Headers of a page that forbids what it can: foreign styles and scripts, markup from text, pages without CORP. */
const strict = {
  "content-security-policy":
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'self'; require-trusted-types-for 'script'",
  "cross-origin-embedder-policy": "require-corp",
};

/** Serves the mail fixtures on loopback, under `/strict/` with the strictest headers, and keeps what is posted to it. */
export async function startMailPages(): Promise<{
  url: string;
  host: string;
  posts: string[];
  stop(): Promise<void>;
}> {
  const posts: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method !== "GET") {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      posts.push(`${request.url} ${Buffer.concat(parts)}`);
      return response.writeHead(204).end();
    }
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    const name = path.split("/").at(-1) ?? "";
    if (path === "/query") posts.push(`${path} ${request.url}`);
    if (!/\.(?:html|js)$/.test(name)) return response.writeHead(404).end();
    const headers = path.startsWith("/strict/") ? strict : {};
    const type = name.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type, ...headers });
    return response.end(readFileSync(join(folder, name)));
  });
  takeSockets(server, (text) => posts.push(`/socket ${text}`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    posts,
    async stop() {
      server.emit("closing");
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A real server with an invented clinic that names these sites. */
export async function startGuardClinic(sites: readonly NamedSite[]) {
  const started = await startClinic();
  await started.clinic.nameSites(sites);
  return started;
}

/** A browser of that clinic's lead. */
export async function pairedChromium(
  clinic: Clinic,
  name: string,
  options: ChromiumOptions = {},
): Promise<Chromium> {
  const chromium = await launchChromium(options);
  await pairChromium(chromium, clinic, { holder: "person", device: "clinic", user: clinic.lead.id, name });
  return chromium;
}
