import type { Reply } from "../pairing/server.ts";
import { refusalOf } from "../reports/refusal.ts";

const unreachable = "The clinic’s server does not answer. Try again later.";
export const notPaired = "This browser is not paired.";

/** The server's own sentence where it refused, which holds nothing that was typed. */
export const saidIn = (reply: Reply): string =>
  reply.kind === "unreachable" ? unreachable : (refusalOf(reply.body)?.said ?? unreachable);
