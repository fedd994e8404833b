import { offerToLedger } from "./ledger/offers.ts";
import { agenda, offers } from "./registers/index.ts";

import { offerToReviews } from "./registers/reviews/gather.ts";

/** All of the server's logic, bundled to `pb_hooks/server.js`; the `*.pb.js` files beside it only register it. */
export * as clinic from "./clinic/index.ts";
export * as example from "./example/console.ts";
export * as figures from "./figures/index.ts";
export * as ledger from "./ledger/index.ts";
export * as people from "./people/index.ts";
export * as incidents from "./registers/incidents/index.ts";
export { act } from "./registers/index.ts";
export * as peopleCommands from "./registers/people/commands.ts";
export * as reviews from "./registers/reviews/index.ts";
export * as web from "./web/index.ts";
export * as work from "./work/index.ts";

offerToLedger(offers);
offerToReviews(agenda);
