export { list } from "./list-route.ts";
