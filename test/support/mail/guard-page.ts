import type { Page } from "playwright";
import { closedShadow } from "../browser/closed-shadow.ts";

/** What the fixture pages remember of what they heard and were given. */
export interface Got {
  readonly events: string[];
  readonly files: string[];
  readonly sent: number;
}

const nothing = { events: [], files: [], sent: 0 };

/** A fixture page and the guard's dialog on it. */
export function guardPage(page: Page) {
  const dialog = closedShadow(page);
  const got = () =>
    page.evaluate("({ events: got.events, files: got.files, sent: got.sent })") as Promise<Got>;
  return {
    page,
    dialog,
    got,
    nothing,
    forget: () => page.evaluate("got.events.length = got.files.length = got.sent = 0"),
    async choose(button: string, ...paths: readonly string[]): Promise<void> {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click(button)]);
      await chooser.setFiles([...paths]);
    },
    /** "Send anyway because…" to its end. */
    async sendAnyway(): Promise<void> {
      await dialog.press("Send anyway");
      await dialog.press("Another clinician");
      await dialog.write("They are in their afternoon clinic and have no letter.");
      const submit = (await dialog.seen())?.controls.find((name) => name.endsWith("with this reason"));
      await dialog.press(submit ?? "");
      await dialog.closed();
    },
  };
}
export type GuardPage = ReturnType<typeof guardPage>;
