import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { act, codeOf } from "../server/people/clinic.ts";
import { behindTheBack, rowsIn } from "../server/people/database.ts";
import { castOf, newIncident } from "../server/registers/incidents/cast.ts";
import { startServer } from "../support/server/server.ts";

/** Milliseconds between the signature and the power cut; the last cut waits for the answer, however slow the machine. */
const cuts = [1, 15, 30, 50, 80, 120, 400, Number.POSITIVE_INFINITY];

test("a power cut leaves a review signed with its minutes, or not signed at all", async () => {
  const cast = await castOf();
  let server = cast.server;
  await newIncident(cast);
  const { ingrid } = cast;
  const prepared = await act(server, ingrid.token, "reviews.prepare", {});
  const id: string = prepared.body.id;
  const row = () => rowsIn(server, "SELECT * FROM reviews WHERE id = ?", id)[0] ?? {};
  const on = (action: string, data: object) =>
    act(server, ingrid.token, `reviews.${action}`, data, { id, version: Number(row().version) });
  await on("hold", { chair: ingrid.id, attendance: [{ user: ingrid.id, how: "here" }] });
  await on("tell", { text: "Check the address." });
  for (const item of rowsIn(server, "SELECT id, version FROM review_items WHERE decision = ''")) {
    await on("decide", { item: item.id, seen: item.version, decision: "decide", reason: "As it stands." });
  }
  try {
    for (const cut of cuts) {
      behindTheBack(server, "UPDATE users SET totpCounter = 0 WHERE id = ?", ingrid.id);
      // A try that was cut off stays booked as a wrong one.
      behindTheBack(server, "DELETE FROM sign_in_failures");
      const items = rowsIn(server, "SELECT id, version FROM review_items WHERE review = ?", id);
      const data = { code: codeOf(ingrid.secret), items, message: "send" };
      const signing = on("sign", data).catch(() => undefined);
      await (Number.isFinite(cut) ? sleep(cut) : signing);
      await server.kill9();
      await signing;
      server = await startServer({ data: server.data });
      const { state, minutes, hash } = row();
      const points = rowsIn(server, "SELECT seq FROM checkpoints WHERE why = 'review'").length;
      const messages = rowsIn(server, "SELECT id FROM learning_messages").length;
      const spent =
        Number(rowsIn(server, "SELECT totpCounter FROM users WHERE id = ?", ingrid.id)[0]?.totpCounter) > 0;
      const all = [state === "signed", minutes !== "", hash !== "", points === 1, messages === 1, spent];
      expect(new Set(all).size, `cut after ${cut} ms: ${all}`).toBe(1);
      if (state === "signed") return;
    }
    throw new Error("it was never signed");
  } finally {
    await server.stop();
  }
});
