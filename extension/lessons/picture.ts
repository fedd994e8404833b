import { milliseconds, policy } from "#domain/policy";

const kinds = ["image/png", "image/jpeg"];
/** Bytes that are turned into characters at once: a call takes no more arguments than the engine's stack holds. */
const atOnce = 0x8000;

/**
 * A lesson's picture as a `data:` address, so that it is shown and never run.
 *
 * @returns '' where it did not come, is no picture, or is larger than one is shown here.
 */
export async function lessonPicture(
  { server, token }: { readonly server: string; readonly token: string },
  path: string,
): Promise<string> {
  try {
    const response = await fetch(`${server}/api/chaperone/${path}`, {
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(milliseconds(policy.serverAnswersWithin)),
      headers: { authorization: token },
    });
    const kind = response.headers.get("content-type")?.split(";")[0] ?? "";
    if (!response.ok || !kinds.includes(kind)) return "";
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > policy.lessonPictureInBrowser.amount) return "";
    let text = "";
    for (let at = 0; at < bytes.length; at += atOnce)
      text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
    return `data:${kind};base64,${btoa(text)}`;
  } catch {
    return "";
  }
}
