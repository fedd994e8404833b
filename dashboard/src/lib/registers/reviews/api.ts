import * as z from "zod/mini";
import { attended } from "#domain/registers/reviews/acts";
import { reviewStates, storedDecisions, topicKeys } from "#domain/registers/reviews/agenda";
import { reviewDesk } from "#domain/registers/reviews/desk";
import { itemFacts } from "#domain/registers/reviews/item";
import { ask, calling, file, pb, understand } from "#lib/api/client.ts";

/** The weekly review as PocketBase answers it. Instants as ISO 8601; '' is not yet. */

const at = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);

export const reviewRow = z.object({
  id: z.string(),
  /** 0 of a week that was not held. */
  number: z.int(),
  weekOf: z.string(),
  state: z.enum(reviewStates),
  asOf: at,
  preparedBy: z.string(),
  heldAt: at,
  chair: z.string(),
  deputyChair: z.string(),
  attendance: z.pipe(
    z.nullable(z.array(attended)),
    z.transform((list) => list ?? []),
  ),
  learning: z.string(),
  signedAt: at,
  signedBy: z.string(),
  hash: z.string(),
  /** Head of the log when it was signed. */
  ledgerSeq: z.int(),
  ledgerHash: z.string(),
  missedReason: z.string(),
  version: z.int(),
});
export type Review = z.infer<typeof reviewRow>;

export const itemRow = z.object({
  id: z.string(),
  key: z.enum(topicKeys),
  /** Row or person that it is about; '' where it stands for its topic. */
  subject: z.string(),
  title: z.string(),
  facts: itemFacts,
  decision: z.union([z.enum(storedDecisions), z.enum(["", "nothing-to-decide"])]),
  reason: z.string(),
  /** The action that was given; '' for none. */
  action: z.string(),
  version: z.int(),
});
export type ReviewItem = z.infer<typeof itemRow>;

const addendumRow = z.object({ id: z.string(), text: z.string(), by: z.string(), at });
export type Addendum = z.infer<typeof addendumRow>;

const actionRow = z.object({ id: z.string(), owner: z.string(), due: z.string() });
export type GivenAction = z.infer<typeof actionRow>;

const messageRow = z.object({ id: z.string(), review: z.string(), text: z.string(), at });
export type TeamMessage = z.infer<typeof messageRow>;
const readRow = z.object({ message: z.string(), user: z.string() });

export const minutesRow = z.object({ minutes: z.string() });

/** How this week's review stands. */
export const readDesk = () => ask(reviewDesk, "review");

// Without the minutes: they are read where they are taken.
const fields = Object.keys(reviewRow.shape).join(",");

/** Reviews and missed weeks, the newest first. */
export async function readReviews(): Promise<Review[]> {
  const rows = await calling(() => pb.collection("reviews").getFullList({ sort: "-weekOf", fields }));
  return understand(z.array(reviewRow), rows);
}

/** A review with its items and addenda, and the actions that it gave. */
export async function readReview(id: string) {
  const filter = pb.filter("review = {:id}", { id });
  const given = pb.filter("register = 'reviews' && subject = {:id} && cancelledAt = ''", { id });
  const [review, items, addenda, actions] = await Promise.all([
    calling(() => pb.collection("reviews").getOne(id, { fields })),
    calling(() => pb.collection("review_items").getFullList({ filter, sort: "position,id" })),
    calling(() => pb.collection("review_addenda").getFullList({ filter, sort: "at" })),
    calling(() => pb.collection("actions").getFullList({ filter: given, fields: "id,owner,due" })),
  ]);
  return {
    review: understand(reviewRow, review),
    items: understand(z.array(itemRow), items),
    addenda: understand(z.array(addendumRow), addenda),
    actions: understand(z.array(actionRow), actions),
  };
}
export type ReviewFile = Awaited<ReturnType<typeof readReview>>;

/** Minutes as they were signed, byte for byte; recorded as an export. */
export const exportMinutes = (id: string): Promise<Blob> => file("review-minutes", { id });

/** What a review told the team and who has read it, as far as the reader may see; null before any. */
export async function readTeamMessage(
  review: string,
): Promise<{ message: TeamMessage; readBy: readonly string[] } | null> {
  const filter = pb.filter("review = {:review}", { review });
  const { items } = await calling(() =>
    pb.collection("learning_messages").getList(1, 1, { sort: "-at", filter, skipTotal: true }),
  );
  const [message] = understand(z.array(messageRow), items);
  if (message === undefined) return null;
  const reads = await calling(() =>
    pb.collection("message_reads").getFullList({ filter: pb.filter("message = {:id}", { id: message.id }) }),
  );
  return { message, readBy: understand(z.array(readRow), reads).map(({ user }) => user) };
}
