import { isOurs } from "../base/ask-at-once.ts";
import { remind } from "./reminders.ts";

/** `POST /ask-at-once`: for this server itself alone; to everybody else there is no such route. */
export function asked(e: pb.RequestEvent): void {
  if (!isOurs(e)) throw new NotFoundError("");
  e.noContent(204);
  e.flush();
  remind(e.app);
}
