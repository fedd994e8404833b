import * as z from "zod/mini";

/**
 * `DATA/read-back.json`: the backups that were opened again after they were made, and the last event that each holds. The
 * scripts write it, the server reads it: what no backup was seen to hold is not safe from the loss of the disk.
 */
export const readBacks = z.object({
  backups: z.array(
    z.object({
      /** File name, below `pb/backups`. */
      backup: z.string().check(z.regex(/^[\w@.-]+\.zip$/)),
      /** When it was opened again. */
      readAt: z.string(),
      /** 0 and an empty hash where it holds no event. */
      seq: z.int().check(z.minimum(0)),
      hash: z.string(),
    }),
  ),
});
export type ReadBack = z.infer<typeof readBacks>["backups"][number];
