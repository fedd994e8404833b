import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./base/root.mjs";

const made = join(root, "test-results", "pictures");
const kept = join(root, "test", "screenshots");

mkdirSync(kept, { recursive: true });
for (const name of readdirSync(made)) copyFileSync(join(made, name), join(kept, name));
console.log(`Pictures copied to ${kept}.`);
