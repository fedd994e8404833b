import { policy } from "#domain/policy";

/** Why a browser could not be paired, in the words of `mock/extension/pair-states.html`. */
export const pairingProblems = {
  "bad-address": "This is not the address of a server. It begins with https, and nothing follows the name.",
  "no-such-code": "There is no such code. Codes have no 0, O, 1, I or L.",
  "wrong-code": "There is no such code, or it has run out. Choose Show a code again.",
  expired: "This code has run out. Choose Show a code again.",
  used: "This code was used already. If not by you, tell the lead.",
  "too-many": `Too many wrong codes. Wait ${policy.signInFailureWindow.amount} minutes, then show a new one.`,
  unreachable: "The server did not answer: {server}. Nothing was lost; try again.",
  "not-chaperone": "Something else answers at {server}. It is not a Chaperone server.",
  "store-failed": "This browser could not keep the pairing: its storage is full or closed to extensions.",
} as const;
export type PairingProblem = keyof typeof pairingProblems;

/** Which field a problem belongs to. */
export const problemField = (problem: PairingProblem): "server" | "code" =>
  problem === "bad-address" || problem === "unreachable" || problem === "not-chaperone" ? "server" : "code";

export const problemText = (problem: PairingProblem, server: string): string =>
  pairingProblems[problem].replace("{server}", server.replace(/^https?:\/\//, ""));
