import type { ActData } from "#domain/acts";
import type { Chromium } from "../browser/chromium.ts";
import type { Firefox } from "../browser/firefox.ts";
import type { Clinic, Member } from "./clinic.ts";
import { until } from "./loopback.ts";

type Wanted = ActData<"browsers.code">;

async function codeFor(clinic: Clinic, by: Member, wanted: Wanted): Promise<string> {
  const { code } = await clinic.act(by, "browsers.code", wanted);
  if (!code) throw new Error("the server gave no pairing code");
  return code;
}

/** Pairs Chromium on the extension's own page, as a person types it. Returns the browser's id. */
export async function pairChromium(
  chromium: Chromium,
  clinic: Clinic,
  wanted: Wanted,
  by = clinic.lead,
): Promise<string> {
  const code = await codeFor(clinic, by, wanted);
  const page = await chromium.openExtensionPage("pair.html");
  await page.getByLabel("Address of the clinic").fill(clinic.url);
  await page.getByLabel("Type the code").fill(code);
  await page.getByLabel("Name this browser").fill(wanted.name);
  await page.getByRole("button", { name: "Pair this browser" }).click();
  try {
    await page
      .getByText(/^Paired/)
      .first()
      .waitFor();
  } catch (cause) {
    // What the page says instead tells why.
    throw new Error(`not paired: ${await page.locator("body").innerText()}`, { cause });
  }
  await page.close();
  return await idOf(clinic, wanted.name);
}

/** Pairs Firefox in the same way. */
export async function pairFirefox(
  firefox: Firefox,
  clinic: Clinic,
  wanted: Wanted,
  by = clinic.lead,
): Promise<string> {
  const code = await codeFor(clinic, by, wanted);
  const page = await firefox.openExtensionPage("pair.html");
  await page.fill("Address of the clinic", clinic.url);
  await page.fill("Type the code", code);
  await page.fill("Name this browser", wanted.name);
  await page.press("Pair this browser");
  await until("the page to say Paired", async () => /Paired (?:as|with|:)|Paired\b/.test(await page.text()));
  await page.close();
  return await idOf(clinic, wanted.name);
}

async function idOf(clinic: Clinic, name: string): Promise<string> {
  const row = (await clinic.rows(clinic.lead, "browsers")).find((one) => one.name === name);
  if (!row) throw new Error(`the server knows no browser "${name}"`);
  return row.id;
}
