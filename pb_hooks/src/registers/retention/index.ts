export { bring } from "./bring.ts";
export { list } from "./list-route.ts";
export { own } from "./own-route.ts";
export { record } from "./record-route.ts";
