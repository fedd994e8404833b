import { spawn } from "node:child_process";
import { freePort, portFault } from "../base/port.mjs";
import { Refusal } from "../base/refusal.mjs";
import { root } from "../base/root.mjs";
import { forgetNames } from "../folder/neutral-names.mjs";
import { isLoopback } from "../front/asker.mjs";
import { Front } from "../front/front.mjs";
import { newSecrets, secretsEnv } from "../front/secrets.mjs";
import { pocketbase } from "../pocketbase/obtain.mjs";
import { endWithThis } from "./outlive.mjs";
import { dashboardFolder, dataPaths, serverArgs, serverEnv } from "./server.mjs";
import { plainLines, serverFault } from "./server-faults.mjs";
import { localUrl } from "./start-options.mjs";

/** How long a server may take to end before it is ended, and to begin to serve, in milliseconds. */
const stopAllowed = 10_000;
const startAllowed = 300_000;

/** As much of what the server said last as its fault is looked for in, in characters. */
const remembered = 20_000;

/** Where PocketBase listens: for the process in front of it alone. */
const inner = "127.0.0.1";

/**
 * @typedef {object} Server
 * @property {number} pid PocketBase's
 * @property {string} inner PocketBase's own address
 * @property {Promise<void>} ready rejects with the reason if the server ends or does not begin to serve
 * @property {Promise<string>} ended the sentence for why it ended
 * @property {() => string} said what PocketBase said last
 * @property {Front} front
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill ends it as a power cut does
 */

/**
 * Starts PocketBase on a data folder, on a port of its own, and this process in front of it.
 * @param {{ data: string, host: string, port: number, url: string, proxy?: string,
 *   form?: import("./start-options.mjs").FormPlace | undefined, hooks?: string, pages?: string, say?: (line: string) => void, hear?: (text: string) => void }} options hooks, pages: folders other
 *   than this project's built ones; say: what becomes of PocketBase's lines; hear: where it is given, PocketBase prints
 *   each statement with its values, as tests want it, and this hears all that it prints
 * @returns {Promise<Server>}
 */
export async function serve({
  data,
  host,
  port,
  url,
  proxy = "",
  form,
  hooks,
  pages,
  say = console.log,
  hear,
}) {
  forgetNames(dataPaths(data).pb);
  const secrets = newSecrets();
  const target = { host: inner, port: await freePort(inner) };
  const front = new Front({
    target,
    secrets,
    pages: pages ?? dashboardFolder,
    spool: dataPaths(data).spool,
    kept: dataPaths(data).quota,
    extension: dataPaths(data).extension,
    face: { secure: url.startsWith("https:"), origin: new URL(url).origin },
    believes: believedProxies({ url, proxy, own: localUrl(host, port) }),
  });
  const child = spawn(
    await pocketbase(),
    serverArgs(data, { ...target, hooks, statements: hear !== undefined }),
    {
      cwd: root,
      env: { ...serverEnv(data, { url, self: localUrl(target.host, target.port) }), ...secretsEnv(secrets) },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      // Ctrl+C must not reach it beside our own signal: PocketBase closes its database on the first and dies of a second.
      detached: process.platform !== "win32",
    },
  );
  const letLive = endWithThis(child.pid);
  let said = "";
  let serving = false;
  /** @param {string} text */
  const heard = (text) => {
    said = (said + text).slice(-remembered);
    hear?.(text);
    if (serving) for (const line of plainLines(text)) say(line);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", heard);

  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(`The server did not start: ${error.message}`));
    child.once("close", () => resolve(serverFault(said, { data, ...target })));
  });
  ended.then(() => {
    letLive();
    return front.close();
  });
  const ready = answers(localUrl(target.host, target.port), () => said.includes("Server started at"), ended)
    .then(() => front.open({ host, port }))
    .catch((error) => {
      throw portFault(error, host, port);
    })
    .then(() => form && openForm(front, form, proxy))
    .then(() => {
      serving = true;
    });
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
    await front.close();
  };
  const stop = async () => {
    await front.close();
    if (process.platform !== "win32") child.kill("SIGTERM"); // on Windows Ctrl+C has reached it already
    const timer = setTimeout(() => child.kill("SIGKILL"), stopAllowed);
    await ended;
    clearTimeout(timer);
  };
  return {
    pid: child.pid ?? 0,
    inner: localUrl(target.host, target.port),
    ready,
    ended,
    said: () => said,
    front,
    stop,
    kill,
  };
}

/**
 * @param {Front} front
 * @param {import("./start-options.mjs").FormPlace} form
 * @param {string} proxy
 */
async function openForm(front, { host, port, url }, proxy) {
  const believes = believedProxies({ url, proxy, own: localUrl(host, port) });
  try {
    await front.openForm({ host, port, secure: url.startsWith("https:"), believes });
  } catch (error) {
    throw portFault(/** @type {NodeJS.ErrnoException} */ (error), host, port);
  }
}

/**
 * From whom a forwarded address is believed: from nobody, unless the operator says by --url that a proxy stands in
 * front; then from this machine, or from the machine named by --proxy.
 * @param {{ url: string, proxy: string, own: string }} options
 * @returns {(peer: string) => boolean}
 */
export function believedProxies({ url, proxy, own }) {
  if (proxy !== "") return (peer) => peer === proxy;
  return url === own ? () => false : isLoopback;
}

/**
 * Waits until the server, and not another program at its address, answers.
 * @param {string} url
 * @param {() => boolean} listens
 * @param {Promise<string>} ended
 */
async function answers(url, listens, ended) {
  let why = "";
  ended.then((sentence) => {
    why = sentence;
  });
  for (const until = Date.now() + startAllowed; Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (why) throw new Refusal(why);
    if (!listens()) continue;
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
  }
  throw new Refusal("The server did not begin to answer within five minutes.");
}
