import type { Detector } from "../detector/client.ts";
import type { FromDesk, ToDesk } from "./protocol.ts";

/**
 * Judges what comes by the port and answers each document once, unless it is called off.
 *
 * @param ready - Waited for before each, within its time; where it rejects there is no verdict.
 */
export function serve(
  port: MessagePort,
  detector: Detector,
  ready: () => Promise<void> = async () => undefined,
): void {
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
    const until = performance.now() + budget;
    ready()
      .then(() =>
        detector.judge(document, context, {
          budget: Math.max(0, until - performance.now()),
          signal: stop.signal,
          onProgress: (read) => answer({ kind: "progress", id, read }),
        }),
      )
      .then(
        (verdict) => answer({ kind: "verdict", id, verdict }),
        () => stop.signal.aborted || answer({ kind: "failed", id }),
      )
      .finally(() => running.delete(id));
  };
  answer({ kind: "ready" });
}
