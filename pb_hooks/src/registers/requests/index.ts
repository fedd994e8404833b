export { clearNames } from "./clear-names.ts";
export { looks } from "./looks-route.ts";
export { portable } from "./portable-route.ts";
export { name, one } from "./routes.ts";
