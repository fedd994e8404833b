import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
await import("./starting.mjs");
