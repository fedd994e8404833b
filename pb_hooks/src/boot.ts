/**
 * What each start and each console command asks before anything else, bundled to `boot.js`: by itself, for the engine takes
 * a fifth of a second to read all of the server's logic.
 */
export { checkKeys } from "./base/key-prints.ts";
export { checkTriggers } from "./ledger/chain/boot-check.ts";
export { hideFront, trustFront } from "./web/front-settings.ts";
