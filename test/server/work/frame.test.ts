import { afterAll, beforeAll, expect, test } from "vitest";
import { dayAnswer, frameAnswer } from "#domain/work/frame";
import { exampleUsers, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { ask, newPerson, type SignedIn } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";

const roles = ["dpo", "manager", "staff", "auditor", "outside"] as const;
type Reader = (typeof roles)[number];

let server: TestServer;
const signedIn = new Map<Reader, Pick<SignedIn, "id" | "token">>();
beforeAll(async () => {
  server = await startServer({ example: true });
  const here = [...new Set(exampleUsers(server).map(({ role }) => role))];
  for (const role of roles) if (here.includes(role)) signedIn.set(role, await signInAs(server, role));
  const lead = signedIn.get("dpo")?.token ?? "";
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const outside = { email: "ola@example.org", name: "Ola Outside", role: "auditor", scope: "case", until };
  signedIn.set("outside", await newPerson(server, lead, outside));
  if (!signedIn.has("auditor")) {
    const auditor = { email: "ruth@example.org", name: "Ruth Vale", role: "auditor", until };
    signedIn.set("auditor", await newPerson(server, lead, auditor));
  }
});
afterAll(() => server?.stop());

async function read(role: Reader, path: string) {
  const { status, body } = await ask(server, `GET /api/${path}`, { token: signedIn.get(role)?.token ?? "" });
  return { status, body };
}

/** An answer without the instants at which it was made, which differ from question to question. */
const still = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === "asOf" ? "now" : value)));

/** The same as the single routes and PocketBase's own API answer this person, put together. */
async function piecesFor(role: Reader) {
  const id = signedIn.get(role)?.id;
  const [person, clinic, today, work, colleagues, messages, desk, state] = await Promise.all([
    read(role, `collections/users/records/${id}`),
    read(role, "collections/clinic/records"),
    read(role, "chaperone/today"),
    read(role, "chaperone/my-work"),
    read(role, "chaperone/colleagues"),
    read(role, "collections/learning_messages/records?sort=-at&perPage=1"),
    read(role, "chaperone/review"),
    read(role, "chaperone/state"),
  ]);
  const [message] = messages.body.items;
  const reads = await read(
    role,
    `collections/message_reads/records?filter=${encodeURIComponent(`message = '${message?.id ?? ""}'`)}`,
  );
  const readBy = reads.body.items.map(({ user }: { user: string }) => user).sort();
  return {
    refused: [colleagues, desk].map(({ status }) => status !== 200),
    frame: {
      person: person.body,
      clinic: clinic.body.items[0],
      today: today.body,
      own: ownFor(role, clinic.body.items[0]),
      release: state.body.version,
      day: {
        work: work.body,
        colleagues: colleagues.status === 200 ? colleagues.body.people : [],
        message: message ? { message: { ...message, at: message.at.replace(" ", "T") }, readBy } : null,
        desk: desk.status === 200 ? desk.body : null,
      },
    },
  };
}

/** Of the clinic's own people, its name, address and mail: nothing for whoever is here for one case alone. */
function ownFor(role: Reader, { name, address, mailDomains }: { [field: string]: string }) {
  if (role === "outside") return { people: [], texts: [] };
  const people = rowsIn(server, "SELECT name FROM users ORDER BY id").map((row) => row.name);
  return { people, texts: [name, address, ...(mailDomains ?? [])].filter((text) => text !== "") };
}

test.each(roles)("what the first screen is told in one answer is what each route tells: %s", async (role) => {
  const { frame, refused } = await piecesFor(role);
  const whole = await read(role, "chaperone/frame?day=1");
  expect(whole.status).toBe(200);
  const answer = frameAnswer.parse(whole.body);
  answer.day?.message?.readBy.sort();
  expect(still(answer)).toEqual(still(frameAnswer.parse(frame)));
  // The example has what there is to tell, and whoever may not read it is refused by its route.
  expect(answer.day?.message === null).toBe(role === "outside");
  expect(answer.day?.colleagues.length === 0).toBe(role === "outside");
  expect(answer.day?.desk === null).toBe(role === "staff" || role === "outside");
  expect(refused).toEqual([role === "outside", role === "staff" || role === "outside"]);
  if (role === "dpo") expect(answer.day?.message?.readBy.length).toBeGreaterThan(0);

  const alone = await read(role, "chaperone/day");
  const day = dayAnswer.parse(alone.body);
  day.message?.readBy.sort();
  expect(still(day)).toEqual(still(dayAnswer.parse(frame.day)));
  expect((await read(role, "chaperone/frame")).body.day).toBe(null);
});

test("nothing more of a person or the clinic leaves than their rules let out", async () => {
  const { body } = await read("staff", "chaperone/frame?day=1");
  const person = await read("staff", `collections/users/records/${signedIn.get("staff")?.id}`);
  const clinic = await read("staff", "collections/clinic/records");
  expect(Object.keys(body.person).sort()).toEqual(Object.keys(person.body).sort());
  expect(Object.keys(body.clinic).sort()).toEqual(Object.keys(clinic.body.items[0]).sort());
});

test("a member of staff is told of nobody's reading but their own", async () => {
  const id = signedIn.get("staff")?.id ?? "";
  const readers = rowsIn(server, "SELECT user FROM message_reads").map(({ user }) => String(user));
  expect(readers.some((user) => user !== id)).toBe(true);
  const { body } = await read("staff", "chaperone/day");
  expect(body.message.readBy.filter((user: string) => user !== id)).toEqual([]);
});

test("whoever hides an address is told their own all the same", async () => {
  const { id, token } = signedIn.get("staff") ?? { id: "", token: "" };
  behindTheBack(server, "UPDATE users SET emailVisibility = FALSE WHERE id = ?", id);
  const { body } = await ask(server, "GET /api/chaperone/frame", { token });
  expect(body.person.email).toContain("@");
});
