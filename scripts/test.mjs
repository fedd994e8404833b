import { refuseOldNode } from "./base/node-version.mjs";

refuseOldNode();
await import("./testing/testing.mjs");
