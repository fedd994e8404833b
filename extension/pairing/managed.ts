import { browser } from "wxt/browser";
import { serverAddress } from "./address.ts";

/**
 * The server's address as the clinic's browser policy sets it. Chromium gives it only seconds after its own start
 * (STACK.md 4), so whoever shows it also listens for changes.
 */
export async function managedServer(): Promise<string | undefined> {
  try {
    const { serverUrl } = await browser.storage.managed.get("serverUrl");
    return typeof serverUrl === "string" ? serverAddress(serverUrl) : undefined;
  } catch {
    // Firefox throws where no policy is set at all.
    return undefined;
  }
}
