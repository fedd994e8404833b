import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";

/** Where tests leave pictures of what people see. `npm run pictures` puts the README's among them into test/screenshots. */
const folder = "test-results/pictures";

/** Takes a picture of what the window shows now. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
