import type { Page } from "playwright";
import { oneTimeCode } from "./one-time-code.ts";

/** Somebody who can sign in to the dashboard. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Base32, as the authenticator app holds it. */
  readonly totpSecret: string;
}

/** Signs in on the dashboard's own page and waits for the first screen. */
export async function signInToDashboard(page: Page, url: string, person: SignIn): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByLabel("Code").fill(await oneTimeCode(person.totpSecret));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").first().waitFor();
}
