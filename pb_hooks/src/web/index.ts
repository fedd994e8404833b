export { closed, door, guardEntry, guardSignIn } from "./doors.ts";
export { hideFront, trustFront } from "./front-settings.ts";
