import * as z from "zod/mini";
import { calling, pb, understand } from "#lib/api/client.ts";

const linkRow = z.object({ id: z.string(), at: z.string(), version: z.int() });
export type CalendarLink = z.infer<typeof linkRow>;

/** One's own calendar address that is in use; its secret is not told again. */
export async function readCalendarLink(): Promise<CalendarLink | undefined> {
  const { items } = await calling(() =>
    pb.collection("calendar_links").getList(1, 1, { filter: "endedAt = ''", skipTotal: true }),
  );
  return understand(z.array(linkRow), items)[0];
}
