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
      const fault = portFault(error, host, port);
      reject(
        fault instanceof Refusal ? fault : new Refusal(`--host ${host} is not an address of this machine.`),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * A port that nobody listens on now.
 * @param {string} host
 * @returns {Promise<number>}
 */
export function freePort(host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, host, () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * What listening failed of, for a person; any other error as it is.
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
export function portFault(error, host, port) {
  if (error.code === "EADDRINUSE") return portTaken(host, port);
  if (error.code === "EACCES") return new Refusal(`Port ${port} needs more rights: choose one above 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new Refusal(`--host ${host} is not an address of this machine.`);
  return error;
}
