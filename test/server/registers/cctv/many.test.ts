import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../people/clinic.ts";
import { behindTheBack } from "../../people/database.ts";
import { inDays } from "../holds/rows.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { newCamera, newFootageHold, newSystem } from "./rows.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const cameras = 50;
const days = 400;

/** How long an answer took, of twenty, in milliseconds: the nineteenth. */
async function p95(path: string): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    const begun = performance.now();
    const { status } = await ask(cast.server, `GET /api/chaperone/${path}`, { token: cast.priya.token });
    expect(status).toBe(200);
    took.push(performance.now() - begun);
  }
  return took.sort((one, other) => one - other)[18] ?? 0;
}

test("fifty cameras that were looked at on each of 400 days are told whole, and listed page by page", async () => {
  const { server, priya } = cast;
  const system = await newSystem(server, priya);
  const ids: string[] = [];
  for (let i = 0; i < cameras; i += 1)
    ids.push(await newCamera(server, priya, system, { name: `Camera ${i}`, usedFrom: inDays(-days) }));
  await newFootageHold(server, priya, ids[0] ?? "");
  for (const [i, id] of ids.entries()) {
    const values = Array.from(
      { length: days },
      (_, day) =>
        `('${String(i * days + day).padStart(15, "c")}', '${id}', '${inDays(day - days)}', '${inDays(day - days - 40)}', 60, TRUE, '', '', '${priya.id}', '${inDays(day - days)} 09:00:00.000Z')`,
    );
    behindTheBack(
      server,
      `INSERT INTO camera_checks (id, camera, day, oldest, limitDays, clear, clockOff, note, "by", "at") VALUES ${values.join(",")}`,
    );
  }
  const { body } = await ask(server, "GET /api/chaperone/cctv", { token: priya.token });
  expect(body.cameras).toHaveLength(cameras);
  expect(body.cameras[7]).toMatchObject({ checkedOn: inDays(-1), oldest: inDays(-41) });
  const csv = await ask(server, "GET /api/chaperone/list?of=camera-checks&format=csv", {
    token: priya.token,
  });
  expect(String(csv.body).split("\r\n")).toHaveLength(cameras * days + 5);
  const [whole, first, beyond] = [
    await p95("cctv"),
    await p95("list?of=camera-checks"),
    await p95("list?of=camera-checks&state=beyond"),
  ];
  console.info(
    `50 cameras x 400 days, 19 of 20 answers within: all ${whole.toFixed(0)} ms, first page ${first.toFixed(0)} ms, first page of what is past its day ${beyond.toFixed(0)} ms`,
  );
});
