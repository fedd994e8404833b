import * as z from "zod/mini";
import { email } from "../acts.ts";

/** Body of `POST /smtp`: the mail server by which the clinic's reminders go out. */
export const smtpBody = z.strictObject({
  enabled: z.boolean(),
  host: z.string().check(z.trim(), z.regex(/^[A-Za-z0-9.-]{1,253}$/)),
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  username: z.string().check(z.maxLength(200)),
  /** Left out: stays as it is. '': none. */
  password: z.optional(z.string().check(z.maxLength(200))),
  /** Encrypted from the first byte; otherwise STARTTLS where the server offers it. */
  tls: z.boolean(),
  from: email,
});

export const smtpAnswer = z.object({
  enabled: z.boolean(),
  host: z.string(),
  port: z.int(),
  username: z.string(),
  hasPassword: z.boolean(),
  tls: z.boolean(),
  from: z.string(),
  /** Reminders of the last seven days that did not go out. */
  failing: z.int(),
});
