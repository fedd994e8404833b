import { send } from "../../send.ts";
import { deepest } from "../message/written.ts";

/**
 * Tells when somebody begins to use a frame of another host in this page in which no guard stands: what is written there
 * leaves unread. A frame without an address of its own is guarded with the page around it.
 *
 * @param unread - Called once.
 */
export function watchForeignFrames(unread: () => void): void {
  const entered = async (): Promise<void> => {
    const host = foreignHost(deepest(document.activeElement));
    if (host === undefined) return;
    const { watched } = await send("frame-watched", { host }).catch(() => ({ watched: true }));
    if (watched) return;
    window.removeEventListener("blur", left);
    unread();
  };
  // The frame has the focus once the window has lost it.
  const left = (): void => void setTimeout(entered);
  window.addEventListener("blur", left);
}

function foreignHost(element: Element | null): string | undefined {
  if (!(element instanceof HTMLIFrameElement) || element.srcdoc || !URL.canParse(element.src))
    return undefined;
  const { protocol, host } = new URL(element.src);
  return /^https?:$/.test(protocol) && host !== location.host ? host : undefined;
}
