import { send } from "../send.ts";
import type { Opening } from "./protocol.ts";

/** The port of the mail page that opened this desk, once the background has confirmed its nonce. */
export function opened(): Promise<MessagePort> {
  return new Promise((resolve) => {
    window.addEventListener("message", function hear({ data, ports, source }: MessageEvent<Opening>) {
      const port = ports[0];
      if (source !== window.parent || data?.chaperone !== "desk" || !port) return;
      send("desk-open", { nonce: data.nonce }).then(
        ({ confirmed }) => {
          if (!confirmed) return;
          window.removeEventListener("message", hear);
          resolve(port);
        },
        // No background, no desk: the mail page's time limit says so there.
        () => undefined,
      );
    });
  });
}
