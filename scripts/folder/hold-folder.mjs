import { lives, releaseLock, takeLock } from "../base/lock.mjs";
import { Refusal } from "../base/refusal.mjs";
import { atExit } from "../building/prepare.mjs";
import { dataPaths } from "../serving/server.mjs";

/** How long a server without its starter may take to end, in milliseconds. */
const endAllowed = 10_000;

/**
 * Makes this process the only one that serves a data folder. A server that a killed start left behind is ended.
 * @param {string} data
 */
export async function holdFolder(data) {
  const { lock } = dataPaths(data);
  const result = takeLock(lock);
  if (!result.taken) {
    throw new Refusal(
      `${data} is already being served (process ${result.by.pid}): stop that first, or give another folder with --data.`,
    );
  }
  atExit(() => releaseLock(lock));
  const server = result.left?.server;
  if (!server || !lives(server)) return;
  console.log(`An earlier start was killed and left its server running (process ${server.pid}); ending it …`);
  process.kill(server.pid, "SIGTERM");
  for (const until = Date.now() + endAllowed; lives(server); ) {
    if (Date.now() > until)
      throw new Refusal(`Process ${server.pid} still serves ${data}: end it and start again.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
