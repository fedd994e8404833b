import { isIP } from "node:net";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Refusal } from "../base/refusal.mjs";
import { defaultHost, defaultPort } from "./server.mjs";

export const help = `Starts Chaperone: installs what is missing, builds what changed, and serves until Ctrl+C.

  npm start -- [flags]

  --port N      port to listen on (default ${defaultPort})
  --host H      address to listen on (default ${defaultHost}: this machine only)
  --data DIR    folder of the clinic's data (default data)
  --url URL     address under which browsers reach the server, where a proxy stands in front
  --proxy IP    address of that proxy, where it is on another machine
  --example     serve an example clinic of invented people, made in an empty folder, and print its sign-ins
  --help        show this`;

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {number} port
 * @property {string} host
 * @property {string} data absolute
 * @property {string} url without a slash at its end
 * @property {string} proxy empty where it stands on this machine, or there is none
 * @property {boolean} example
 */

/**
 * @param {readonly string[]} words the command line after the script's name
 * @returns {StartOptions}
 */
export function startOptions(words) {
  const values = parsed(words);
  const port = portOf(values.port ?? String(defaultPort));
  const host = values.host ?? defaultHost;
  if (!/^[\w.:-]+$/.test(host)) throw new Refusal(`--host "${host}" is not an address.`);
  const proxy = values.proxy ?? "";
  if (proxy !== "" && isIP(proxy) === 0) throw new Refusal(`--proxy "${proxy}" is not an IP address.`);
  if (values.data === "") throw new Refusal("--data needs a folder.");
  return {
    help: values.help ?? false,
    port,
    host,
    data: resolve(values.data ?? "data"),
    url: values.url === undefined ? localUrl(host, port) : urlOf(values.url),
    proxy,
    example: values.example ?? false,
  };
}

/** @param {readonly string[]} words */
function parsed(words) {
  try {
    return parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        url: { type: "string" },
        proxy: { type: "string" },
        example: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    const why = /** @type {Error} */ (error).message.split(/\.\s|\n/, 1)[0]?.replace(/\.$/, "");
    throw new Refusal(`${why}: "npm start -- --help" shows what there is.`);
  }
}

/** @param {string} text */
function portOf(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`--port "${text}" is not a port number from 1 to 65535.`);
}

/**
 * The address on this machine; a server on all addresses is reached by the loopback one too.
 * @param {string} host
 * @param {number} port
 */
export function localUrl(host, port) {
  if (host === "0.0.0.0" || host === "::") return `http://${defaultHost}:${port}`;
  return host.includes(":") ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

/** @param {string} text */
function urlOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
  if (!plain || url.username)
    throw new Refusal(`--url "${text}" is not an address such as https://chaperone.clinic.example.`);
  return url.origin;
}
