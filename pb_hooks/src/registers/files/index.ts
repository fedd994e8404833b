export { addFile } from "./file-route.ts";
