import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { first48, keyBytes, type Token } from "#domain/exact/table";
import type { ListAnswer, ListAsk } from "./list-worker.ts";
import { headOf, lookAt, makeOf, NoList } from "./work.ts";

/** A key that this list alone has: an older list, kept by somebody, can't be compared with a newer one. */
const newKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(keyBytes));

function tokenBy(key: Uint8Array): Token {
  const keyed = hmac.create(sha256, key);
  return (text) => first48(keyed.clone().update(utf8ToBytes(text)).digest());
}

const answer = (said: ListAnswer): void => self.postMessage(said);

self.addEventListener("message", async ({ data }: MessageEvent<ListAsk>) => {
  const tell = (share: number) => answer({ share });
  try {
    if (data.step === "head") answer({ head: await headOf(data.file) });
    else if (data.step === "look") answer({ looked: await lookAt(data.file, data.how, tell) });
    else {
      const key = newKey();
      answer(await makeOf(data.file, data.how, key, tokenBy(key), tell));
    }
  } catch (thrown) {
    // What else was thrown may hold a cell of the file: it is not told.
    answer({ wrong: thrown instanceof NoList ? thrown.message : "This file can’t be read." });
  }
});
