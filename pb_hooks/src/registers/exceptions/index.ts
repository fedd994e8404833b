export { askFor, look, use } from "./here-routes.ts";
