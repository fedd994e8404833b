import { watchBackups } from "../backup/watch.mjs";
import { nameServer } from "../base/lock.mjs";
import { checkPort } from "../base/port.mjs";
import { Refusal, runMain } from "../base/refusal.mjs";
import { endAll } from "../base/run.mjs";
import { atExit, prepareProgram } from "../building/prepare.mjs";
import { noteCleanEnd } from "../folder/clean-end.mjs";
import { prepareFolder } from "../folder/folder.mjs";
import { holdFolder } from "../folder/hold-folder.mjs";
import { checkFolder, greet, prepareData } from "./clinic.mjs";
import { serve } from "./serve.mjs";
import { dataPaths } from "./server.mjs";
import { help, startOptions } from "./start-options.mjs";
import { watchLog } from "./watch-log.mjs";

/** @typedef {import("./start-options.mjs").StartOptions} StartOptions */

/**
 * What Ctrl+C does: until the server serves, it ends the step that runs.
 * @type {() => Promise<void>}
 */
let stop = async () => {
  await endAll();
  process.exit(130);
};
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => stop());

await runMain(async () => {
  const options = startOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  const { data, host, port } = options;
  checkFolder(options);
  atExit(prepareFolder(data));
  await holdFolder(data);
  await checkPort(host, port);
  if (options.form) await checkPort(options.form.host, options.form.port);
  await prepareProgram();
  await prepareData(options);
  return serveUntilStopped(options);
});

/**
 * Serves until Ctrl+C (exit code 0) or until the server ends by itself (refused with the reason).
 * @param {StartOptions} options
 */
async function serveUntilStopped(options) {
  const server = await serve(options);
  const endWatch = watchBackups(options.data);
  const endLook = watchLog(options.data);
  let stopping = false;
  stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping …");
    endLook();
    await Promise.all([endWatch(), server.stop()]);
  };
  nameServer(dataPaths(options.data).lock, server.pid);
  try {
    await server.ready;
    await greet(options);
  } catch (error) {
    if (!stopping) await server.stop();
    if (!stopping) throw error;
  }
  const why = await server.ended;
  endLook();
  await endWatch();
  if (!stopping) throw new Refusal(why);
  noteCleanEnd(options.data);
  console.log("Stopped.");
}
