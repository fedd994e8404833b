import * as z from "zod/mini";
import { smtpAnswer, type smtpBody } from "#domain/clinic/smtp";
import { ask } from "./client.ts";

export type MailServer = z.infer<typeof smtpAnswer>;

export const readSmtp = () => ask(smtpAnswer, "smtp");
export const setSmtp = (body: z.infer<typeof smtpBody>) => ask(smtpAnswer, "smtp", { method: "POST", body });
/** Sends a mail to the reader's own address, now. */
export const testSmtp = () =>
  ask(z.object({ sentTo: z.string() }), "smtp/test", { method: "POST", body: {} });
