export { review } from "./desk-route.ts";
export { messageRead } from "./message-route.ts";
export { reviewMinutes } from "./minutes-route.ts";
