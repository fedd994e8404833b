import { spawn } from "node:child_process";
import { Refusal } from "../base/refusal.mjs";
import { root } from "../base/root.mjs";
import { obtainPocketbase } from "../pocketbase/obtain.mjs";
import { serverArgs, serverEnv } from "./server.mjs";
import { plainLines, serverFault } from "./server-faults.mjs";
import { localUrl } from "./start-options.mjs";

/** How long a server may take to end before it is ended, and to begin to serve, in milliseconds. */
const stopAllowed = 10_000;
const startAllowed = 300_000;

/** As much of what the server said last as its fault is looked for in, in characters. */
const remembered = 20_000;

/**
 * @typedef {object} Server
 * @property {number} pid
 * @property {Promise<void>} ready rejects with the reason if the server ends or does not begin to serve
 * @property {Promise<string>} ended the sentence for why it ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts PocketBase on a data folder.
 * @param {{ data: string, host: string, port: number, url: string }} options
 * @returns {Promise<Server>}
 */
export async function serve({ data, host, port, url }) {
  const child = spawn(await obtainPocketbase(), serverArgs(data, { host, port }), {
    cwd: root,
    env: serverEnv(data, { url, self: localUrl(host, port) }),
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
    // Ctrl+C must not reach it beside our own signal: PocketBase closes its database on the first and dies of a second.
    detached: process.platform !== "win32",
  });
  let said = "";
  let serving = false;
  /** @param {string} text */
  const heard = (text) => {
    said = (said + text).slice(-remembered);
    if (serving) for (const line of plainLines(text)) console.log(line);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", heard);

  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(`The server did not start: ${error.message}`));
    child.once("close", () => resolve(serverFault(said, { data, host, port })));
  });
  const ready = answers(localUrl(host, port), () => said.includes("Server started at"), ended).then(() => {
    serving = true;
  });
  const stop = async () => {
    if (process.platform !== "win32") child.kill("SIGTERM"); // on Windows Ctrl+C has reached it already
    const timer = setTimeout(() => child.kill("SIGKILL"), stopAllowed);
    await ended;
    clearTimeout(timer);
  };
  return { pid: child.pid ?? 0, ready, ended, stop };
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
