import type { MessageData } from "../messages.ts";
import { sayOfPersonHere } from "./speaks-for.ts";

/** Tells the clinic which mail programs whoever sits here uses outside the browser. */
export const sayMailPrograms = ({ kinds }: MessageData<"mail-programs">): Promise<boolean> =>
  sayOfPersonHere("mail-programs", { kinds });
