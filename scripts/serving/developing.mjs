import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { watchBackups } from "../backup/watch.mjs";
import { nameServer } from "../base/lock.mjs";
import { checkPort } from "../base/port.mjs";
import { runMain, sentence } from "../base/refusal.mjs";
import { root, toolEnv, toolNode, toolScript } from "../base/root.mjs";
import { endAll } from "../base/run.mjs";
import { build } from "../build.mjs";
import { atExit, prepareProgram } from "../building/prepare.mjs";
import { prepareFolder } from "../folder/folder.mjs";
import { holdFolder } from "../folder/hold-folder.mjs";
import { checkFolder, greet, prepareData } from "./clinic.mjs";
import { serve } from "./serve.mjs";
import { dataPaths } from "./server.mjs";
import { help, localUrl, startOptions } from "./start-options.mjs";

/** A burst of saved files is one change: how long to wait for its end, in milliseconds. */
const burst = 200;

/** Where the dashboard is served while it is worked on; it hands `/api` on to the server. */
const dashboard = { host: "127.0.0.1", port: 5173 };

/** A spinner's lines, which are for a terminal of their own. */
const spinner = /[\u2800-\u28ff]|^[^\w]*$/;

/** @type {(() => Promise<void> | void)[]} */
const stops = [];
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, async () => {
    await Promise.all([endAll(), ...stops.map((stop) => stop())]);
    process.exit(0);
  });
}

await runMain(async () => {
  const options = startOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  const { data, host, port } = options;
  checkFolder(options);
  atExit(prepareFolder(data));
  await holdFolder(data);
  await checkPort(host, port);
  await checkPort(dashboard.host, dashboard.port);
  await prepareProgram(["hooks"]);
  await prepareData(options);

  await serveAndReload(options);
  const { host: at, port: on } = dashboard;
  tool("dashboard", "vite", ["dev", "dashboard", "--host", at, "--port", String(on), "--strictPort"], {
    CHAPERONE_API: localUrl(host, port),
  });
  tool("extension", "wxt", ["extension"], {});
  await greet({ ...options, url: localUrl(at, on) });
});

/**
 * Serves, and starts the server anew when its hooks or the domain change.
 * @param {import("./start-options.mjs").StartOptions} options
 */
async function serveAndReload(options) {
  const start = async () => {
    const server = await serve(options);
    nameServer(dataPaths(options.data).lock, server.pid);
    await server.ready;
    return server;
  };
  let server = await start();
  stops.push(() => server.stop(), watchBackups(options.data));
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const reload = async () => {
    try {
      await build(["hooks"]);
      await server.stop();
      server = await start();
      console.log("The server runs with the new hooks.");
    } catch (error) {
      console.error(sentence(error));
    }
  };
  for (const folder of ["pb_hooks", "domain", "pb_migrations"]) {
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (name && /^(?:boot|server)\.js/.test(name)) return; // the result, not a source
      clearTimeout(timer);
      timer = setTimeout(reload, burst);
    });
  }
}

/**
 * Runs a tool beside the server, with its lines under a name.
 * @param {string} label
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
function tool(label, name, args, env) {
  const child = spawn(toolNode(), [toolScript(name), ...args], {
    cwd: root,
    env: { ...toolEnv(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      for (const line of text.split("\n")) if (!spinner.test(line)) console.log(`[${label}] ${line}`);
    });
  }
  const ended = new Promise((resolve) => child.once("close", resolve));
  stops.push(async () => {
    child.kill("SIGTERM");
    await ended;
  });
}
