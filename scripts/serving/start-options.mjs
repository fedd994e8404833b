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
  --form-port N serve the public form too, and nothing else, at a port of its own (default: not served)
  --form-host H address for it to listen on (default ${defaultHost}: this machine only)
  --form-url U  address under which people reach it, where a proxy stands in front
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
 * @property {FormPlace | undefined} form where the public form is served; left out: nowhere
 * @property {boolean} example
 */

/**
 * Where the public form is served.
 * @typedef {{ host: string, port: number, url: string }} FormPlace url: under which people reach it, without a slash at its end
 */

/**
 * @param {readonly string[]} words the command line after the script's name
 * @returns {StartOptions}
 */
export function startOptions(words) {
  const values = parsed(words);
  const port = portOf("port", values.port ?? String(defaultPort));
  const host = hostOf("host", values.host ?? defaultHost);
  const proxy = values.proxy ?? "";
  if (proxy !== "" && isIP(proxy) === 0) throw new Refusal(`--proxy "${proxy}" is not an IP address.`);
  if (values.data === "") throw new Refusal("--data needs a folder.");
  return {
    help: values.help ?? false,
    port,
    host,
    data: resolve(values.data ?? "data"),
    url: values.url === undefined ? localUrl(host, port) : urlOf("url", values.url),
    proxy,
    form: formOf(values, port),
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
        "form-port": { type: "string" },
        "form-host": { type: "string" },
        "form-url": { type: "string" },
        example: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    const why = /** @type {Error} */ (error).message.split(/\.\s|\n/, 1)[0]?.replace(/\.$/, "");
    throw new Refusal(`${why}: "npm start -- --help" shows what there is.`);
  }
}

/**
 * @param {ReturnType<typeof parsed>} values
 * @param {number} taken the dashboard's own port
 * @returns {FormPlace | undefined}
 */
function formOf(values, taken) {
  const { "form-port": given, "form-host": onHost, "form-url": url } = values;
  if (given === undefined) {
    if (onHost !== undefined || url !== undefined)
      throw new Refusal("--form-host and --form-url need --form-port.");
    return undefined;
  }
  const port = portOf("form-port", given);
  if (port === taken) throw new Refusal("--form-port is the dashboard's own port: give it another.");
  const host = hostOf("form-host", onHost ?? defaultHost);
  return { host, port, url: url === undefined ? localUrl(host, port) : urlOf("form-url", url) };
}

/**
 * @param {string} flag
 * @param {string} text
 */
function portOf(flag, text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`--${flag} "${text}" is not a port number from 1 to 65535.`);
}

/**
 * @param {string} flag
 * @param {string} text
 */
function hostOf(flag, text) {
  if (/^[\w.:-]+$/.test(text)) return text;
  throw new Refusal(`--${flag} "${text}" is not an address.`);
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

/**
 * @param {string} flag
 * @param {string} text
 */
function urlOf(flag, text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
  if (!plain || url.username)
    throw new Refusal(`--${flag} "${text}" is not an address such as https://chaperone.clinic.example.`);
  return url.origin;
}
