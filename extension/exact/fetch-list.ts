import { readTable, tableBytesAtMost } from "#domain/exact/table";
import { milliseconds, policy } from "#domain/policy";
import { hexOf } from "./hex-of.ts";

/** How long a list of four megabytes may take on a slow line. */
const within = 10 * milliseconds(policy.serverAnswersWithin);

/**
 * The list in force, as the policy says that it is.
 *
 * @returns undefined where it did not come, or another came than was said.
 */
export async function fetchList(
  paired: { readonly server: string; readonly token: string },
  said: { readonly sha256: string; readonly bytes: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (said.bytes > tableBytesAtMost) return undefined;
  try {
    const response = await fetch(`${paired.server}/api/chaperone/browser-exact-list`, {
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(within),
      headers: { authorization: paired.token },
    });
    if (!response.ok || !response.body) return undefined;
    const bytes = await wholeBody(response.body, said.bytes);
    return bytes && (await hexOf(bytes)) === said.sha256 && readTable(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** A body of so many bytes; one that is longer is left where it is. */
async function wholeBody(
  body: ReadableStream<Uint8Array>,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(length);
  let at = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (at + part.value.length > length) {
      await reader.cancel();
      return undefined;
    }
    bytes.set(part.value, at);
    at += part.value.length;
  }
  return at === length ? bytes : undefined;
}
