import type * as z from "zod/mini";
import {
  enrolStartAnswer,
  recoveryCodesAnswer,
  type setUpBody,
  signInAnswer,
  stateAnswer,
} from "#domain/api";
import { ask, pb } from "./client.ts";

/** Whether the house has been set up; asked before anyone is signed in. */
export const houseState = () => ask(stateAnswer, "state");

export type Invitation = z.infer<typeof enrolStartAnswer>;

/** Opens a one-time link. The token travels in the body: addresses end up in logs. */
export const openLink = (token: string) =>
  ask(enrolStartAnswer, "enrol/start", { method: "POST", body: { token } });

export const setUp = (body: z.infer<typeof setUpBody>) =>
  ask(recoveryCodesAnswer, "setup", { method: "POST", body });

export const enrol = (body: { token: string; password: string; code: string }) =>
  ask(recoveryCodesAnswer, "enrol", { method: "POST", body });

/** Signs in with all three at once; a recovery code may stand in for the app's. */
export async function signIn(email: string, password: string, code: string): Promise<void> {
  const { token, record } = await ask(signInAnswer, "sign-in", {
    method: "POST",
    body: { email, password, code },
  });
  pb.authStore.save(token, { ...record, collectionId: "", collectionName: "users" });
}
