export { clearNames } from "./clear-names.ts";
export { looks } from "./looks-route.ts";
export { portable } from "./portable-route.ts";
export { name, one } from "./routes.ts";
export { clearSent } from "./sent/clear.ts";
export { form, send } from "./sent/form-route.ts";
export { sent } from "./sent/read-route.ts";
