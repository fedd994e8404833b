import { createServer } from "node:net";
import { Refusal } from "./refusal.mjs";

/**
 * @param {string} host
 * @param {number} port
 */
export function portTaken(host, port) {
  return new Refusal(
    `Port ${port} on ${host} is taken by another program: stop it, or choose another port with --port ${port === 65_535 ? 8090 : port + 1}.`,
  );
}

/**
 * Refuses an address that the server could not listen on.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 */
export function checkPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") reject(portTaken(host, port));
      else if (error.code === "EACCES")
        reject(new Refusal(`Port ${port} needs more rights: choose one above 1023.`));
      else reject(new Refusal(`--host ${host} is not an address of this machine.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
