import type { Page } from "playwright";
import { oneTimeCode } from "../server/one-time-code.ts";
import type { SignIn } from "../server/sign-in.ts";

/** The clinic that the tests set up, and its lead. */
export interface NewClinic {
  readonly clinic: string;
  readonly mailDomain: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Goes through set-up in the dashboard by the one-time link, down to the recovery codes. */
export async function setUpInBrowser(page: Page, link: string, wanted: NewClinic): Promise<SignIn> {
  await page.goto(link);
  const next = () => page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Clinic’s name").fill(wanted.clinic);
  await page.getByLabel("England").check();
  await page.getByLabel("No, with nobody").check();
  await page.getByLabel("A body: a company, a partnership, a charity").check();
  await page.getByLabel("No, private patients only").check();
  await page.getByLabel("The clinic’s own mail domains").fill(wanted.mailDomain);
  await page.getByLabel("Yes, it is encrypted").check();
  await next();
  await page.getByLabel("Your name").fill(wanted.name);
  await page.getByLabel("Your e-mail").fill(wanted.email);
  await page.getByLabel("Password", { exact: true }).fill(wanted.password);
  await next();
  const shown = await page.locator("[data-secret]").textContent();
  const totpSecret = (shown ?? "").replace(/\s/g, "");
  await page.getByLabel("Code", { exact: true }).fill(await oneTimeCode(totpSecret));
  await next();
  await page.locator("[data-recovery-codes] li").nth(9).waitFor();
  await page.getByLabel("I have kept these codes").check();
  await page.getByRole("button", { name: "Go to the sign-in" }).click();
  await page.waitForURL("**/sign-in");
  return { email: wanted.email, password: wanted.password, totpSecret };
}
