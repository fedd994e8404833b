export { drawDue } from "./draw.ts";
export { list } from "./list-route.ts";
export { again, sample } from "./sample-routes.ts";
