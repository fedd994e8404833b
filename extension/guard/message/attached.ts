import type { MailAdapter } from "#domain/sites/adapter";
import type { Attachment } from "./composer.ts";

/** Milliseconds that the mail server has to hand out an attachment. */
const openWithin = 5_000;

/**
 * Opens an attachment that the mail server already holds (a forwarded message, a draft opened again), from the page's
 * own server and with the person's own sign-in.
 *
 * @returns undefined where the adapter names no address for it or the server does not give it.
 */
export async function openAttached(
  { compose }: MailAdapter,
  { element, name }: Attachment,
  page: Location,
): Promise<File | undefined> {
  const item = element?.id;
  if (!compose.attachments.open || !item) return undefined;
  const params = new URLSearchParams(page.search);
  const path = compose.attachments.open
    .replace("{item}", encodeURIComponent(item))
    .replace(/\{param:([a-z_]+)\}/g, (_, param: string) => encodeURIComponent(params.get(param) ?? ""));
  try {
    const answer = await fetch(new URL(path, page.href), {
      credentials: "same-origin",
      redirect: "error",
      signal: AbortSignal.timeout(openWithin),
    });
    return answer.ok ? new File([await answer.blob()], name) : undefined;
  } catch {
    return undefined;
  }
}
