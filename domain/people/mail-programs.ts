import * as z from "zod/mini";

/** Kinds of mail programs that no browser extension sees. People are asked; nothing looks. */
export const mailPrograms = ["outlook", "apple-mail", "thunderbird", "phone", "other"] as const;
export type MailProgram = (typeof mailPrograms)[number];

/** An answer: none, or which kinds, each once. */
export const mailProgramsSaid = z.strictObject({
  kinds: z.pipe(
    z.array(z.enum(mailPrograms)).check(z.maxLength(mailPrograms.length)),
    z.transform((kinds) => [...new Set(kinds)]),
  ),
});
