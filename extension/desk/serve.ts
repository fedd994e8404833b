import type { Detector } from "../detector/client.ts";
import type { FromDesk, ToDesk } from "./protocol.ts";

/** Judges what comes by the port and answers each document once, unless it is called off. */
export function serve(port: MessagePort, detector: Detector): void {
  const answer = (message: FromDesk): void => port.postMessage(message);
  const running = new Map<number, AbortController>();
  port.onmessage = ({ data }: MessageEvent<ToDesk>) => {
    if (data.kind === "stop") {
      running.get(data.id)?.abort();
      running.delete(data.id);
      return;
    }
    const { id, document, context, budget } = data;
    const stop = new AbortController();
    running.set(id, stop);
    detector
      .judge(document, context, {
        budget,
        signal: stop.signal,
        onProgress: (read) => answer({ kind: "progress", id, read }),
      })
      .then(
        (verdict) => answer({ kind: "verdict", id, verdict }),
        () => stop.signal.aborted || answer({ kind: "failed", id }),
      )
      .finally(() => running.delete(id));
  };
  answer({ kind: "ready" });
}
