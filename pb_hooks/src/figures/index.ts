export { trends } from "./trends-route.ts";
export { year } from "./year-route.ts";
