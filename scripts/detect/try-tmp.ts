import { readFileSync } from "node:fs";
import { read } from "#reading/read";
import { eyesOfNode } from "./eyes.ts";
process.on("unhandledRejection", (e) => console.log("unhandled", e));
const eyes = process.env.NOEYES ? undefined : eyesOfNode();
for (const f of process.argv.slice(2)) { const t=performance.now(); const r = await read(new Blob([readFileSync(f)]), { milliseconds: 60000, eyes }); console.log(f, JSON.stringify({...r, text: r.text.slice(0, 700)}), Math.round(performance.now()-t)); }
process.exit(0)
