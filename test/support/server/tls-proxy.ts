import { readFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { createServer, request } from "node:https";
import { join } from "node:path";
import { root } from "../../../scripts/base/root.mjs";

const folder = join(root, "test", "fixtures", "tls");
const cert = readFileSync(join(folder, "proxy.crt"));
/** The name in the certificate, which no authority knows: it is signed by itself, for tests alone. */
const name = "chaperone.harbour.example";

export interface TlsAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: unknown };
  readonly text: string;
}

export interface TlsProxy {
  readonly url: string;
  /** One request by https, from one of this machine's own addresses. */
  ask(route: string, options?: TlsRequest): Promise<TlsAnswer>;
  /** The same for an answer without an end: `says` waits until so much of it came that it holds some words. */
  stream(route: string): Promise<{ says(words: RegExp): Promise<string>; stop(): void }>;
  stop(): Promise<void>;
}

interface TlsRequest {
  readonly body?: object;
  readonly token?: string;
  readonly from?: string;
  readonly headers?: { readonly [name: string]: string };
}

/**
 * A proxy with TLS, as an operator puts it before the server (README, "The server"): it ends TLS, adds where a request
 * comes from to `X-Forwarded-For`, and passes everything on as it comes.
 *
 * @param target - Port of the server behind it, on this machine.
 */
export async function startTlsProxy(port: number, target: number): Promise<TlsProxy> {
  const proxy = createServer({ cert, key: readFileSync(join(folder, "proxy.key")) }, (req, res) => {
    const before = req.headers["x-forwarded-for"];
    const headers = {
      ...req.headers,
      "x-forwarded-for": [before, req.socket.remoteAddress].filter(Boolean).join(", "),
      "x-forwarded-proto": "https",
    };
    const onward = plainRequest({
      host: "127.0.0.1",
      port: target,
      method: req.method,
      path: req.url,
      headers,
    });
    onward.on("response", (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      res.flushHeaders();
      answer.pipe(res);
    });
    onward.on("error", () => res.destroy());
    res.on("close", () => onward.destroy());
    req.pipe(onward);
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once("error", reject).listen(port, "127.0.0.1", resolve);
  });

  const open = (route: string, { body, token, from, headers }: TlsRequest = {}) => {
    const [method, path] = route.split(" ");
    const text = body === undefined ? undefined : JSON.stringify(body);
    const asked = request({
      host: "127.0.0.1",
      port,
      method,
      path,
      ca: cert,
      servername: name,
      agent: false,
      ...(from === undefined ? {} : { localAddress: from }),
      headers: {
        host: name,
        ...(token === undefined ? {} : { authorization: token }),
        ...(text === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    });
    asked.end(text);
    return asked;
  };

  return {
    url: `https://${name}`,
    ask: (route, options) =>
      new Promise((resolve, reject) => {
        open(route, options)
          .on("error", reject)
          .on("response", (answer) => {
            let text = "";
            answer.setEncoding("utf8").on("data", (part) => {
              text += part;
            });
            answer
              .on("error", reject)
              .on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
          });
      }),
    stream: (route) =>
      new Promise((resolve, reject) => {
        const asked = open(route);
        asked.on("error", reject).on("response", (answer) => {
          let said = "";
          let look = () => {};
          answer.setEncoding("utf8").on("data", (part) => {
            said += part;
            look();
          });
          answer.on("error", () => {});
          const says = (words: RegExp) =>
            new Promise<string>((found, fail) => {
              look = () => words.test(said) && found(said);
              look();
              answer.once("close", () => fail(new Error(`it ended: ${said}`)));
            });
          resolve({ says, stop: () => asked.destroy() });
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
