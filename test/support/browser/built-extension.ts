import { join } from "node:path";

/** Folder of the extension built for a browser; a build of one's own lies where `CHAPERONE_EXTENSION_OUT` says. */
export const builtExtension = (browser: "chrome" | "firefox"): string =>
  join(process.env.CHAPERONE_EXTENSION_OUT || "dist/extension", `${browser}-mv3`);
