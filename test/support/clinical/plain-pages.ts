import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** A file that a page uploaded. */
export interface Upload {
  readonly path: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Pages of products that no adapter describes, served on loopback by a server that keeps what they upload. */
export interface PlainPages {
  readonly url: string;
  readonly host: string;
  readonly uploads: Upload[];
  /** Bodies of what was posted to `/send`. */
  readonly sent: string[];
  stop(): Promise<void>;
}

const folder = join(import.meta.dirname, "..", "..", "fixtures", "unnamed");

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function filesOf(request: IncomingMessage, path: string): Promise<Upload[]> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(new Uint8Array(await bodyOf(request)), { headers }).formData();
  const files = [...form.values()].filter((value) => typeof value !== "string");
  return await Promise.all(
    files.map(async (file) => ({ path, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
  );
}

/** Serves one page of `test/fixtures/unnamed` under every address. */
export async function startPlainPages(page: string): Promise<PlainPages> {
  const uploads: Upload[] = [];
  const sent: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    const answer = async () => {
      if (request.method !== "POST") {
        response.setHeader("content-type", "text/html; charset=utf-8");
        return readFileSync(join(folder, page));
      }
      if (path === "/send") sent.push((await bodyOf(request)).toString());
      else uploads.push(...(await filesOf(request, path)));
      return "{}";
    };
    answer().then(
      (body) => response.end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    uploads,
    sent,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
