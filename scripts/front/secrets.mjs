import { randomBytes } from "node:crypto";

/**
 * What this process and the PocketBase that it starts know of each other and nobody else does, new at each start: the
 * one header whose address PocketBase believes, and the one address at which a superuser is let in. Without them
 * somebody else on this machine who finds PocketBase's own port is nobody there, whatever he sends.
 * @typedef {object} Secrets
 * @property {string} header
 * @property {string} address written out in full, as PocketBase compares it
 */

/** @returns {Secrets} */
export function newSecrets() {
  const groups =
    randomBytes(15)
      .toString("hex")
      .match(/.{1,4}/g) ?? [];
  return {
    header: `x-chaperone-${randomBytes(16).toString("hex")}`,
    // A private address of IPv6 (RFC 4193) that no machine has: fd, and 120 random bits.
    address: `fd${randomBytes(1).toString("hex")}:${groups.slice(0, 7).join(":")}`,
  };
}

/** @param {Secrets} secrets */
export const secretsEnv = ({ header, address }) => ({
  CHAPERONE_ADDRESS_HEADER: header,
  CHAPERONE_SUPERUSER_ADDRESS: address,
});
