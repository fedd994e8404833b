export { answer } from "./answer-route.ts";
