import type { TestServer } from "../../../support/server/server.ts";
import { act } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { heldBy, inDays } from "../holds/rows.ts";

interface Who {
  readonly id: string;
  readonly token: string;
}

export const camera = {
  name: "Front entrance",
  sees: "The door and the step before it",
  place: "entrance",
  purpose: "crime",
  days: 60,
  audioOff: true,
  visitorsOnly: true,
};

async function made(server: TestServer, who: Who, action: string, data: object): Promise<string> {
  const { status, body } = await act(server, who.token, action, data);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
  return body.id;
}

export const newSystem = (server: TestServer, who: Who, more: object = {}): Promise<string> =>
  made(server, who, "camera_systems.add", {
    name: "Cameras",
    site: "Whitstable",
    recorder: "Recorder in the office cupboard",
    responsible: who.id,
    ceiling: 60,
    ...more,
  });

export const newCamera = (server: TestServer, who: Who, system: string, more: object = {}): Promise<string> =>
  made(server, who, "cameras.add", { system, usedFrom: inDays(-300), ...camera, ...more });

export const heldDays = (id: string, who: Who, more: object = {}) => ({
  camera: id,
  fromDay: inDays(-58),
  toDay: inDays(-57),
  ...heldBy(who.id),
  purpose: "request",
  causeKind: "request",
  reference: "REQ-33",
  askedOn: inDays(-2),
  ...more,
});
export const newFootageHold = (
  server: TestServer,
  who: Who,
  id: string,
  more: object = {},
): Promise<string> => made(server, who, "cameras.hold", heldDays(id, who, more));

export const newViewer = (server: TestServer, who: Who, system: string, user: string): Promise<string> =>
  made(server, who, "camera_viewers.add", { system, user, reason: "Looks when something has happened." });

export const newNeedReview = (server: TestServer, who: Who, system: string): Promise<string> =>
  made(server, who, "cctv_reviews.add", {
    system,
    day: inDays(-1),
    needed: true,
    why: "Two thefts in a year.",
    alternatives: "A better lock was fitted too.",
    nextOn: inDays(360),
  });

export const newLook = (server: TestServer, who: Who, id: string, more: object = {}): Promise<string> =>
  made(server, who, "camera_checks.add", {
    camera: id,
    day: inDays(0),
    oldest: inDays(-50),
    clear: true,
    ...more,
  });

export const exportOf = (server: TestServer, hold: string): string =>
  String(rowsIn(server, "SELECT id FROM footage_exports WHERE hold = ?", hold)[0]?.id);

const png = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489";

/** Sends a file as a picture of a camera. */
export async function sendPicture(
  server: TestServer,
  token: string,
  id: string,
  {
    kind = "sign",
    bytes = Buffer.from(png, "hex"),
    name = "sign.png",
  }: { kind?: string; bytes?: Buffer; name?: string } = {},
) {
  const form = new FormData();
  form.set("id", id);
  form.set("kind", kind);
  form.set("file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), name);
  const headers = { authorization: token };
  const answer = await fetch(`${server.url}/api/chaperone/camera-picture`, {
    method: "POST",
    headers,
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}

/** One row of each of the register's tables: a rule that hides nothing proves nothing. */
export async function fillCctv(server: TestServer, lead: Who): Promise<void> {
  const system = await newSystem(server, lead);
  const id = await newCamera(server, lead, system);
  await newViewer(server, lead, system, lead.id);
  await newLook(server, lead, id);
  await newFootageHold(server, lead, id);
  await newNeedReview(server, lead, system);
  const one = { camera: id, day: inDays(0), fromDay: inDays(-3), toDay: inDays(-2), viewer: lead.id };
  await made(server, lead, "footage_viewings.add", { ...one, purpose: "crime", reason: "A bag was gone." });
  await made(server, lead, "engineer_checks.add", {
    system,
    day: inDays(-2),
    company: "Estuary Security",
    camerasFine: true,
    clockFine: true,
    daysFine: true,
    nextOn: inDays(300),
  });
  await made(server, lead, "cctv_checks.add", {
    item: "need",
    day: inDays(-1),
    result: "fine",
    nextOn: inDays(300),
  });
  const { status, body } = await sendPicture(server, lead.token, id);
  if (status !== 200) throw new Error(JSON.stringify(body));
}
