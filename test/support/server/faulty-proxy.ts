import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

interface Exchange {
  readonly path: string;
  readonly body: { readonly events?: readonly { readonly id: string }[]; readonly receipt?: unknown };
}

type Fault = (exchange: Exchange) => { readonly status: number; readonly body: unknown } | undefined;
type Change = (exchange: Exchange, answer: Record<string, unknown>) => Record<string, unknown>;

/** A way to a real server that a test can break: it refuses requests, or changes answers, and else passes all on. */
export interface FaultyProxy {
  readonly url: string;
  /** Requests with events so far: how many each held. */
  readonly batches: number[];
  refuse: Fault;
  change: Change;
  /** Whether the server's answer never arrives. */
  lose: (exchange: Exchange) => boolean;
  stop(): Promise<void>;
}

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "etag",
};

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const batches: number[] = [];
  const proxy = {
    refuse: (() => undefined) as Fault,
    change: ((_, answer) => answer) as Change,
    lose: ((_) => false) as FaultyProxy["lose"],
  };
  const server = createServer(async (incoming, outgoing) => {
    const text = await read(incoming);
    const exchange: Exchange = { path: incoming.url ?? "", body: text ? JSON.parse(text) : {} };
    const isIngest = incoming.method === "POST" && exchange.path.endsWith("/events");
    if (isIngest && exchange.body.events?.length) batches.push(exchange.body.events.length);
    const fault = incoming.method === "POST" ? proxy.refuse(exchange) : undefined;
    if (fault) {
      outgoing.writeHead(fault.status, { ...cors, "content-type": "application/json" });
      outgoing.end(JSON.stringify(fault.body));
      return;
    }
    const url = new URL(exchange.path, target);
    const headers = { ...incoming.headers, host: url.host };
    const onward = request(url, { method: incoming.method, headers }, async (answer) => {
      const body = await read(answer);
      if (incoming.method === "POST" && proxy.lose(exchange)) return outgoing.destroy();
      const changed =
        isIngest && answer.statusCode === 200
          ? JSON.stringify(proxy.change(exchange, JSON.parse(body)))
          : body;
      const { "content-length": _, ...rest } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, rest);
      outgoing.end(changed);
    });
    onward.on("error", () => outgoing.destroy());
    onward.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${port}`,
    batches,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function read(stream: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
