import { digestOf } from "./text-mark.ts";

/** What is known of a file by its bytes. */
export interface ReadBytes {
  readonly bytes: string;
  readonly size: number;
  readonly kind: string;
}

/** Larger files are known by their names alone. */
const largest = 50_000_000;
const kindForm = /^[a-z0-9.+-]{1,40}\/[a-z0-9.+-]{1,80}$/;

/**
 * Reads what a link leads to, by the browser's own copy where it kept one, so that the file is known again under another
 * name. Nothing of it is kept but a digest, its size and its kind.
 *
 * @returns undefined where it can't be read from here: at another host, behind a sign-in, too large.
 */
export async function readBytes(href: string, signal: AbortSignal): Promise<ReadBytes | undefined> {
  try {
    const answer = await fetch(href, {
      signal,
      mode: "same-origin",
      credentials: "same-origin",
      cache: "force-cache",
      redirect: "error",
    });
    const type = (answer.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    // A page in place of the file asks somebody to sign in.
    if (!answer.ok || Number(answer.headers.get("content-length") ?? 0) > largest || type === "text/html")
      return undefined;
    const bytes = await answer.arrayBuffer();
    if (bytes.byteLength === 0 || bytes.byteLength > largest) return undefined;
    const kind = kindForm.test(type) ? type : "application/octet-stream";
    return { bytes: await digestOf(bytes), size: bytes.byteLength, kind };
  } catch {
    return undefined;
  }
}
