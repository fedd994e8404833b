export { colleagues } from "./colleagues-route.ts";
export { enrol, enrolStart } from "./enrol.ts";
export { pair } from "./pairing.ts";
export { sweepConnections } from "./sessions.ts";
export { setUp, state } from "./set-up.ts";
export { signIn } from "./sign-in.ts";
