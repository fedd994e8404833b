import { afterAll, beforeAll, expect, test } from "vitest";
import { act, ask } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const lessonOf = async (course: string) =>
  (await ask(cast.server, `GET /api/chaperone/lesson?course=${course}`, { token: cast.tom.token })).body;
const take = (answers: readonly number[], course = "courseconfident", number = 1) =>
  act(cast.server, cast.tom.token, "completions.take", { course, number, answers });

test("both first lessons come set up, and nobody reads their right answers", async () => {
  for (const course of ["courseconfident", "courserecordkee"]) {
    const { version } = await lessonOf(course);
    expect(version.lesson.questions.length).toBeGreaterThan(2);
    expect(version.lesson.pass).toBeLessThanOrEqual(version.lesson.questions.length);
    expect(JSON.stringify(version)).not.toMatch(/"rights?":/);
  }
  const { body } = await ask(cast.server, "GET /api/collections/course_versions/records", {
    token: cast.priya.token,
  });
  expect(body.items.length).toBeGreaterThan(1);
  expect(JSON.stringify(body)).not.toContain('"rights"');
});

test("too few right answers are told by question, and enough are a completion", async () => {
  const failed = await take([1, 1, 1, 1, 1]);
  expect(failed.body.data["data.answers"].message).toBe(
    "3 of 5 are right, and 4 are needed. Read again what questions 4 and 5 ask, then answer anew.",
  );
  expect(rowsIn(cast.server, "SELECT id FROM completions")).toEqual([]);
  expect((await take([1, 1, 1, 0, 0])).status).toBe(200);
  const [row] = rowsIn(cast.server, "SELECT * FROM completions");
  expect(row).toMatchObject({
    user: cast.tom.id,
    evidence: "lesson",
    score: 5,
    outOf: 5,
    passMark: 4,
    number: 1,
  });
  expect(Object.keys((await take([1, 1, 1, 0, 0])).body.data)).toEqual(["data.completedOn"]);
  expect(Object.keys((await take([1], "coursedataprote")).body.data)).toEqual(["data.course"]);
});

test("a script in a lesson’s text stays text; what does not fit is refused", async () => {
  const { server, priya } = cast;
  const script = "<script>alert(1)</script> & <b>bold</b>";
  const lesson = {
    parts: [{ title: "Fire", text: script }],
    questions: [{ asks: "Where is the door?", answers: ["Left", "Right"] }],
    pass: 1,
  };
  const course = (
    await act(server, priya.token, "courses.add", { name: "Fire", about: "", ofBreaches: false, since: "" })
  ).body;
  const version = (data: object, seen: number) =>
    act(
      server,
      priya.token,
      "courses.version",
      { from: "2026-01-01", oldUntil: "", content: "lesson", note: "", ...data },
      { id: course.id, version: seen },
    );
  const wrong = [
    { lesson, rights: [] },
    { lesson, rights: [2] },
    { lesson: { ...lesson, pass: 2 }, rights: [1] },
    { lesson: { ...lesson, parts: [{ title: "A", text: "NHS number 943 476 5919" }] }, rights: [1] },
    {},
  ];
  for (const data of wrong) expect(Object.keys((await version(data, 1)).body.data)).toEqual(["data.lesson"]);
  const six = Array.from({ length: 6 }, () => lesson.questions[0]);
  expect(
    (await version({ lesson: { ...lesson, questions: six }, rights: [1, 1, 1, 1, 1, 1] }, 1)).status,
  ).toBe(400);
  expect((await version({ lesson, rights: [1] }, 1)).status).toBe(200);
  expect((await lessonOf(course.id)).version.lesson.parts[0].text).toBe(script);
  // A link that is none of the web’s is no link.
  const bad = await version({ content: "link", link: "javascript:alert(1)" }, 2);
  expect(Object.keys(bad.body.data)).toEqual(["data.link"]);
  expect((await version({ content: "link", link: "https://training.example/fire" }, 2)).status).toBe(200);
  expect((await lessonOf(course.id)).version).toMatchObject({ number: 2, content: "link", lesson: null });
});

test("a certificate is a PDF or a picture; a picture that is HTML is refused, and nothing is kept", async () => {
  const { server, priya, tom, noor } = cast;
  const bring = async (token: string, bytes: string, data: object) => {
    const form = new FormData();
    form.set("data", JSON.stringify(data));
    form.set("file", new Blob([bytes]), "Mrs Ellery.pdf");
    const answer = await fetch(`${server.url}/api/chaperone/training-file`, {
      method: "POST",
      headers: { authorization: token },
      body: form,
    });
    return { status: answer.status, body: await answer.json() };
  };
  const done = {
    user: noor.id,
    course: "coursedataprote",
    completedOn: "2026-02-02",
    evidence: "certificate",
  };
  const html = await bring(priya.token, "<html><script>1</script></html>", done);
  expect([html.status, Object.keys(html.body.data)]).toEqual([400, ["file"]]);
  expect((await bring(tom.token, "%PDF-1.7", done)).status).toBe(403);
  const before = await bring(priya.token, "%PDF-1.7", { ...done, completedOn: "2099-01-01" });
  expect(Object.keys(before.body.data)).toEqual(["data.completedOn"]);
  expect((await bring(priya.token, `%PDF-1.7${"x".repeat(3_000_000)}`, done)).status).toBe(200);
  const [row] = rowsIn(server, "SELECT * FROM completions WHERE evidence = 'certificate'");
  expect(row).toMatchObject({
    user: noor.id,
    mime: "application/pdf",
    name: expect.stringMatching(/^training-[0-9a-f]{12}\.pdf$/),
  });
  expect(JSON.stringify(row)).not.toContain("Ellery");
});

test("a course’s file and a lesson’s picture come with their version, and a picture that is HTML does not", async () => {
  const { server, priya } = cast;
  const made = { name: "Slings", about: "", ofBreaches: false, since: "" };
  const course = (await act(server, priya.token, "courses.add", made)).body;
  const bring = async (bytes: string, data: object, version: number) => {
    const form = new FormData();
    form.set("data", JSON.stringify({ from: "2026-01-01", oldUntil: "", note: "", ...data }));
    form.set("course", course.id);
    form.set("version", String(version));
    form.set("file", new Blob([bytes]), "a.bin");
    const route = `${server.url}/api/chaperone/training-file`;
    return await fetch(route, { method: "POST", headers: { authorization: priya.token }, body: form });
  };
  const lesson = { parts: [{ title: "A", text: "b" }], questions: [], pass: 0 };
  const withPicture = { content: "lesson", lesson, rights: [] };
  expect((await bring("<html>not a picture</html>", withPicture, 1)).status).toBe(400);
  expect((await bring("%PDF-1.7 a course", { content: "file" }, 0)).status).toBe(409);
  expect(rowsIn(server, "SELECT id FROM course_versions WHERE course = ?", course.id)).toEqual([]);
  expect((await bring("%PDF-1.7 a course", { content: "file" }, 1)).status).toBe(200);
  expect((await lessonOf(course.id)).version).toMatchObject({
    number: 1,
    content: "file",
    mime: "application/pdf",
  });
  expect((await bring("\u0089PNG", withPicture, 2)).status).toBe(400);
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").toString("latin1");
  const form = new FormData();
  form.set("data", JSON.stringify({ from: "2026-01-01", oldUntil: "", note: "", ...withPicture }));
  form.set("course", course.id);
  form.set("version", "2");
  form.set("file", new Blob([Buffer.from(png, "latin1")]), "a.png");
  const route = `${server.url}/api/chaperone/training-file`;
  const answer = await fetch(route, { method: "POST", headers: { authorization: priya.token }, body: form });
  expect(answer.status).toBe(200);
  expect((await lessonOf(course.id)).version).toMatchObject({
    number: 2,
    content: "lesson",
    mime: "image/png",
  });
});
