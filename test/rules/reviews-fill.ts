import { act, codeOf, type SignedIn } from "../server/people/clinic.ts";
import { behindTheBack, rowsIn } from "../server/people/database.ts";
import type { TestServer } from "../support/server/server.ts";

/** A review that is held and signed, with an addendum, and its message read by two. */
export async function fillReviews(
  server: TestServer,
  manager: SignedIn,
  lead: { readonly token: string },
  staff: { readonly token: string },
): Promise<void> {
  const prepared = await act(server, manager.token, "reviews.prepare", {});
  const id: string = prepared.body.id;
  const version = () => Number(rowsIn(server, "SELECT version FROM reviews WHERE id = ?", id)[0]?.version);
  const on = (action: string, data: object, by = manager.token) =>
    act(server, by, `reviews.${action}`, data, { id, version: version() });
  const answers = [
    prepared,
    await on("hold", { chair: manager.id, attendance: [{ user: manager.id, how: "here" }] }),
    await on("tell", { text: "Check the address." }),
  ];
  for (const item of rowsIn(
    server,
    "SELECT id, version FROM review_items WHERE review = ? AND decision = ''",
    id,
  )) {
    answers.push(
      await on(
        "decide",
        { item: item.id, seen: item.version, decision: "decide", reason: "As it stands." },
        lead.token,
      ),
    );
  }
  behindTheBack(server, "UPDATE users SET totpCounter = 0 WHERE id = ?", manager.id);
  answers.push(
    await on("sign", {
      code: codeOf(manager.secret),
      items: rowsIn(server, "SELECT id, version FROM review_items WHERE review = ?", id),
      message: "send",
    }),
    await on("addendum", { text: "One more thing." }),
  );
  const message = rowsIn(server, "SELECT id FROM learning_messages")[0]?.id;
  for (const { token } of [lead, staff]) answers.push(await act(server, token, "messages.read", { message }));
  for (const { status, body } of answers) if (status !== 200) throw new Error(JSON.stringify(body));
}
