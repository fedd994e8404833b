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

/**
 * Opens the dashboard for somebody who is signed in already, over HTTP and as the sign-in's page keeps it: for tests of
 * what comes after it.
 */
export async function openSignedIn(page: Page, url: string, person: SignIn): Promise<void> {
  const attempt = async () =>
    await fetch(`${url}/api/chaperone/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        email: person.email,
        password: person.password,
        code: await oneTimeCode(person.totpSecret),
      }),
    });
  let answer = await attempt();
  // On a loaded machine a code may outlive its steps on the way.
  if (answer.status === 401) answer = await attempt();
  if (!answer.ok) throw new Error(`${person.email} is not let in: ${await answer.text()}`);
  const { token, record } = await answer.json();
  const kept = JSON.stringify({ token, record: { ...record, collectionId: "", collectionName: "users" } });
  // A file of the same origin that runs nothing.
  await page.goto(`${url}/icon.svg`);
  await page.evaluate((session) => localStorage.setItem("chaperone-session", session), kept);
  await page.goto(url);
  await page.getByRole("navigation").first().waitFor();
}
