export { closed, door, guardEntry, guardPassword, guardSignIn } from "./doors.ts";
export { hideFront, trustFront } from "./front-settings.ts";
