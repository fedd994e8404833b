export { mailPrograms } from "./mail-programs.ts";
