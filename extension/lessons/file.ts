import { milliseconds, policy } from "#domain/policy";

const pictures = ["image/png", "image/jpeg"];
/** Bytes that are turned into characters at once: a call takes no more arguments than the engine's stack holds. */
const atOnce = 0x8000;

interface Paired {
  readonly server: string;
  readonly token: string;
}

/**
 * A lesson's picture as a `data:` address, so that it is shown and never run.
 *
 * @returns '' where it did not come, is no picture, or is larger than one is shown here.
 */
export const lessonPicture = (paired: Paired, path: string): Promise<string> =>
  dataFrom(paired, path, policy.lessonPictureInBrowser.amount, (kind) =>
    pictures.includes(kind) ? kind : undefined,
  );

/**
 * A document's file as a `data:` address that a browser saves and never opens by itself.
 *
 * @returns '' where it did not come, or is larger than one can be brought.
 */
export const documentFile = (paired: Paired, path: string): Promise<string> =>
  dataFrom(paired, path, policy.certificateLargest.amount, () => "application/octet-stream");

async function dataFrom(
  { server, token }: Paired,
  path: string,
  most: number,
  as: (kind: string) => string | undefined,
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
    const kind = as(response.headers.get("content-type")?.split(";")[0] ?? "");
    if (!response.ok || kind === undefined) return "";
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > most) return "";
    let text = "";
    for (let at = 0; at < bytes.length; at += atOnce)
      text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
    return `data:${kind};base64,${btoa(text)}`;
  } catch {
    return "";
  }
}
