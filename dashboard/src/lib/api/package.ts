import { type AboutPackage, aboutPackage } from "#domain/rollout/about-package";
import { ownFiles, ownFolder } from "#domain/rollout/own-files";
import { understand } from "./client.ts";
import { Problem } from "./problem.ts";

/**
 * The extension as this server hands it out; undefined before somebody made it.
 *
 * @throws {Problem} If the server is away.
 */
export async function handedOut(): Promise<AboutPackage | undefined> {
  const answer = await fetch(`${ownFolder}/${ownFiles.about}`).catch((cause) => {
    throw new Problem("server-unreachable", { cause });
  });
  if (answer.status === 204) return undefined;
  if (!answer.ok) throw new Problem("server-away");
  return understand(aboutPackage, await answer.json());
}
