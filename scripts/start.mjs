import { refuseOldNode } from "./base/node-version.mjs";

refuseOldNode();
await import("./serving/starting.mjs");
