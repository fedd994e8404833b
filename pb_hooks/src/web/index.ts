export { closed, guardDoors, guardSignIn } from "./doors.ts";
export { secureHeaders, serveDashboard } from "./static.ts";
