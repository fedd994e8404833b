export { answer } from "./answer-route.ts";
export { forgetNames } from "./forget-names.ts";
