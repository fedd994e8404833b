export { closed, door, guardEntry, guardPassword, guardSignIn } from "./doors.ts";
