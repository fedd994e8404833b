import { defineContentScript } from "wxt/utils/define-content-script";
import { startGuard } from "../../guard/start.ts";

/** The isolated half: Gmail from the manifest; hosts that the clinic names, registered by the background. */
export default defineContentScript({
  matches: ["https://mail.google.com/*"],
  runAt: "document_start",
  allFrames: true,
  matchOriginAsFallback: true,
  main: startGuard,
});
