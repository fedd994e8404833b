import { heldList } from "../../desk/held-list.ts";
import { opened } from "../../desk/open.ts";
import { serve } from "../../desk/serve.ts";
import { createDetector } from "../../detector/client.ts";

/** The hidden page beside a composer: takes files from the mail page by port and has them judged in a worker. */
const makeWorker = () => new Worker(new URL("../../detector/worker.ts", import.meta.url), { type: "module" });

opened().then((port) => {
  const detector = createDetector(makeWorker);
  serve(port, detector, heldList(detector));
});
