export { asked } from "./asked-route.ts";
export { runInConsole } from "./console.ts";
export { desk } from "./desk.ts";
export { evidencePack } from "./evidence-pack.ts";
export { day, frame } from "./frame-route.ts";
export { myWork } from "./my-work-route.ts";
export { remind } from "./reminders.ts";
export { readSmtp, setSmtp, testSmtp } from "./smtp-route.ts";
export { today } from "./today.ts";
