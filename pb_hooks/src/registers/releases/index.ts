export { answer } from "./answer-route.ts";
export { answerHere, banner, toldHere } from "./here-routes.ts";
