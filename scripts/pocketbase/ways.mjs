import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { step } from "../base/progress.mjs";
import { Refusal } from "../base/refusal.mjs";
import { run } from "../base/run.mjs";
import { unzipOne } from "../base/unzip.mjs";
import { cacheFolder, program, release, target, versionOf } from "./release.mjs";

/** No answer and no further byte for this long, in milliseconds, means that there is no way through. */
const silenceAllowed = 20_000;

/** Fetches the official release, refuses it unless its checksum is the pinned one, and unpacks it. */
export async function downloaded() {
  const sum = release.sha256[target()];
  if (!sum) throw new Refusal(`no release is known for ${process.platform} on ${process.arch}`);
  const url = `${release.download}/v${release.version}/pocketbase_${release.version}_${target()}.zip`;
  await step(`Downloading PocketBase ${release.version}`, async (tell) => {
    await placeInCache((folder) => {
      const file = join(folder, program);
      return fetchBytes(url, tell).then((zip) =>
        writeFileSync(file, checkedUnpack(zip, sum), { flush: true }),
      );
    });
  });
}

/**
 * @param {Buffer} zip
 * @param {string} sum the pinned SHA-256 in hex
 */
export function checkedUnpack(zip, sum) {
  const found = createHash("sha256").update(zip).digest("hex");
  if (found !== sum)
    throw new Refusal("the download has another checksum than the pinned one and was thrown away");
  return unzipOne(zip, program);
}

/**
 * @param {string} url
 * @param {(detail: string) => void} tell
 */
async function fetchBytes(url, tell) {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), silenceAllowed);
  try {
    const answer = await fetch(url, { signal: stop.signal });
    if (!answer.ok || !answer.body) throw new Refusal(`the download was answered with ${answer.status}`);
    const whole = Number(answer.headers.get("content-length")) || 0;
    const parts = [];
    let have = 0;
    for await (const part of answer.body) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), silenceAllowed);
      parts.push(part);
      have += part.length;
      tell(whole ? `${Math.round((100 * have) / whole)} %` : `${Math.round(have / 1e6)} MB`);
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("the download is not reachable from here");
  } finally {
    clearTimeout(timer);
  }
}

/** Builds the same version from its Go module (STACK.md 8.1). */
export async function built() {
  const { status } = await run("go", ["version"]);
  if (status !== 0) throw new Refusal("Go was not found to build it");
  await step(`Building PocketBase ${release.version} with Go, which takes some minutes`, (tell) =>
    placeInCache(async (folder) => {
      const flags = `-s -w -X github.com/pocketbase/pocketbase.Version=${release.version}`;
      const result = await run(
        "go",
        ["install", "-ldflags", flags, `${release.module}@v${release.version}`],
        {
          cwd: folder,
          env: { ...process.env, GOTOOLCHAIN: "auto", CGO_ENABLED: "0", GOBIN: folder },
          onLine: (line) => tell(line.slice(0, 100)),
        },
      );
      if (result.status !== 0) throw new Refusal("building it with Go failed");
      renameSync(join(folder, process.platform === "win32" ? "base.exe" : "base"), join(folder, program));
    }),
  );
}

/**
 * Lets `make` put the program into a folder of its own, checks it, and moves it into the cache in one rename.
 * @param {(folder: string) => Promise<void>} make
 */
async function placeInCache(make) {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(dirname(cache), "making-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear); // Ctrl+C ends the process here
  try {
    await make(folder);
    const file = join(folder, program);
    chmodSync(file, 0o755);
    if ((await versionOf(file)) !== release.version)
      throw new Refusal("what came does not run on this machine");
    renameSync(file, join(cache, program));
  } finally {
    clear();
    process.removeListener("exit", clear);
  }
}
