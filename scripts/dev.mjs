import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
await import("./developing.mjs");
