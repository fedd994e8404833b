/** All of the server's logic, bundled to `pb_hooks/server.js`; the `*.pb.js` files beside it only register it. */
export * as figures from "./figures/index.ts";
export * as ledger from "./ledger/index.ts";
export * as people from "./people/index.ts";
export * as register from "./registers/incidents/index.ts";
export * as review from "./registers/reviews/index.ts";
