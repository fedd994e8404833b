import type { MessageData } from "../messages.ts";
import { sayOfPersonHere } from "./speaks-for.ts";

/** Tells the clinic that whoever sits here has read what the last review tells the team. */
export const readMessage = ({ message }: MessageData<"message-read">): Promise<boolean> =>
  sayOfPersonHere("message-read", { message });
