import { defineContentScript } from "wxt/utils/define-content-script";
import { startHook } from "../../guard/page/start.ts";

/** The page-world half: Gmail from the manifest; hosts that the clinic names, registered by the background. */
export default defineContentScript({
  matches: ["https://mail.google.com/*"],
  world: "MAIN",
  runAt: "document_start",
  allFrames: true,
  matchOriginAsFallback: true,
  main: startHook,
});
