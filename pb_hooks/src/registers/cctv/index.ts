export { cctv } from "./cctv-route.ts";
export { addPicture } from "./picture-route.ts";
