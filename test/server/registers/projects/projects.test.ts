import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { inDays } from "../holds/rows.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { checkOf, newProject, projectOf } from "./rows.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const rowOf = (id: string) => rowsIn(cast.server, "SELECT * FROM projects WHERE id = ?", id)[0];
const on = (who: SignedIn, action: string, id: string, data: object) =>
  act(cast.server, who.token, `projects.${action}`, data, { id, version: Number(rowOf(id)?.version) });
const checksOf = (id: string) => rowsIn(cast.server, "SELECT * FROM project_checks WHERE project = ?", id);
const deskOf = async (who: SignedIn, id: string) =>
  (await ask(cast.server, "GET /api/chaperone/desk?part=others", { token: who.token })).body.rows.filter(
    ({ key }: { key: string }) => key === `projects:${id}`,
  );

describe("a project", () => {
  test("is entered with who has which extract, on which basis and until when; what was entered stays", async () => {
    const { server, priya } = cast;
    const id = await newProject(server, priya);
    expect(rowOf(id)).toMatchObject({ ...projectOf(priya.id), endedAt: "", version: 1 });
    const { body } = await ask(server, `GET /api/chaperone/list?of=projects&id=${id}`, {
      token: priya.token,
    });
    expect(body.rows).toMatchObject([{ ...projectOf(priya.id), checks: 0, unfit: 0 }]);
    for (const change of ["basis = 'none'", "extract = 'X'", "who = 'X'"])
      expect(() => behindTheBack(server, `UPDATE projects SET ${change} WHERE id = ?`, id)).toThrow(
        /stay as/,
      );
    expect(() => behindTheBack(server, "DELETE FROM projects WHERE id = ?", id)).toThrow(/stay as/);
  });

  test.each([
    [
      "anonymous, and nobody who made it so",
      { form: "anonymous", madeBy: undefined },
      "data.madeBy does-not-fit",
    ],
    ["no basis, and patients can be known in it", { basis: "none" }, "data.basis does-not-fit"],
    ["a day that has passed", { until: inDays(-1) }, "data.until in-past"],
    ["a day in six years", { until: inDays(6 * 366) }, "data.until too-late"],
    ["no such day", { until: "2027-02-30" }, "data.until invalid_format"],
    ["somebody who does not work here", { holder: "a".repeat(15) }, "data.holder unknown"],
    [
      "a patient’s number in its extract",
      { extract: "NHS number 943 476 5919" },
      "data.extract written-about-a-patient",
    ],
  ])("with %s is refused", async (_, more, code) => {
    const before = rowsIn(cast.server, "SELECT id FROM projects").length;
    const data = { ...projectOf(cast.priya.id), ...more };
    const answer = await act(cast.server, cast.priya.token, "projects.begin", data);
    expect([answer.status, codesOf(answer)[0]?.split(" ")[0]]).toEqual([400, code.split(" ")[0]]);
    if (!code.includes("written")) expect(codesOf(answer)).toEqual([code]);
    expect(rowsIn(cast.server, "SELECT id FROM projects")).toHaveLength(before);
  });

  test("is nobody’s at the desk, and the auditor only reads", async () => {
    const { server, tom, ruth } = cast;
    for (const who of [tom, ruth])
      expect((await act(server, who.token, "projects.begin", projectOf(who.id))).status).toBe(403);
    const read = (who: SignedIn) => ask(server, "GET /api/chaperone/list?of=projects", { token: who.token });
    expect([(await read(tom)).status, (await read(ruth)).status]).toEqual([403, 200]);
  });

  test("asks whoever holds it once its day comes near, and no more once it is ended", async () => {
    const { server, priya, ingrid } = cast;
    const far = await newProject(server, priya, { holder: ingrid.id });
    expect(await deskOf(ingrid, far)).toEqual([]);
    const id = await newProject(server, priya, { holder: ingrid.id, until: inDays(3) });
    expect(await deskOf(ingrid, id)).toMatchObject([{ mine: true, page: `/projects?id=${id}` }]);
    expect(codesOf(await on(ingrid, "extend", id, { until: inDays(2), reason: "X." }))).toEqual([
      "data.until too-early",
    ]);
    expect((await on(ingrid, "extend", id, { until: inDays(90), reason: "The paper is late." })).status).toBe(
      200,
    );
    expect(await deskOf(ingrid, id)).toEqual([]);
    const version = Number(rowOf(id)?.version);
    const both = await Promise.all(
      [priya, ingrid].map(({ token }) =>
        act(
          server,
          token,
          "projects.end",
          { fate: "destroyed", reason: "They confirmed it." },
          { id, version },
        ),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(rowOf(id)).toMatchObject({ fate: "destroyed", endedWhy: "They confirmed it." });
    expect((await on(priya, "check", id, checkOf())).status).toBe(403);
    const told = eventsOf(server, "projects.act").filter(({ detail }) => String(detail).includes(id));
    expect(told.map(({ detail }) => JSON.parse(String(detail)).action)).toEqual(["end", "extend", "begin"]);
    expect(JSON.stringify(told)).not.toContain("Fernhill");
  });
});

describe("a table of figures", () => {
  test("that holds no small count is kept as its hash and what was found, and stays", async () => {
    const { server, ingrid, priya } = cast;
    const id = await newProject(server, priya);
    expect((await on(ingrid, "check", id, checkOf())).status).toBe(200);
    expect(checksOf(id)).toMatchObject([{ ...checkOf(), reason: "", by: ingrid.id }]);
    expect(() => behindTheBack(server, "UPDATE project_checks SET small = 9 WHERE project = ?", id)).toThrow(
      /stay as/,
    );
    const { body } = await ask(server, `GET /api/chaperone/list?of=project-checks&project=${id}`, {
      token: priya.token,
    });
    expect(body.rows).toMatchObject([{ ...checkOf(), name: "Falls after knee surgery" }]);
  });

  test.each([["small"], ["derived"], ["unread"]])(
    "with a count that is %s is not called anonymous, but by the lead with a reason",
    async (kind) => {
      const { server, ingrid, priya } = cast;
      const id = await newProject(server, priya);
      const found = checkOf({ [kind]: 1 });
      expect(codesOf(await on(ingrid, "check", id, found))).toEqual(["data.leavesAs does-not-fit"]);
      expect(codesOf(await on(ingrid, "check", id, { ...found, reason: "It is fine." }))).toEqual([
        "data.leavesAs does-not-fit",
      ]);
      expect(codesOf(await on(priya, "check", id, found))).toEqual(["data.reason does-not-fit"]);
      expect(checksOf(id)).toEqual([]);
      expect((await on(priya, "check", id, { ...found, reason: "The towns are large." })).status).toBe(200);
      expect((await on(ingrid, "check", id, { ...found, leavesAs: "figures" })).status).toBe(200);
      const { body } = await ask(server, `GET /api/chaperone/list?of=projects&id=${id}`, {
        token: priya.token,
      });
      expect(body.rows).toMatchObject([{ checks: 2, unfit: 2 }]);
    },
  );

  test("without a figure is none, and nothing of a table is taken but counts and a hash", async () => {
    const { server, priya } = cast;
    const id = await newProject(server, priya);
    expect(codesOf(await on(priya, "check", id, checkOf({ figures: 0 })))).toEqual([
      "data.figures does-not-fit",
    ]);
    expect((await on(priya, "check", id, { ...checkOf(), table: "Town,Count" })).status).toBe(400);
    expect((await on(priya, "check", id, checkOf({ hash: "Town,Count" }))).status).toBe(400);
    expect(checksOf(id)).toEqual([]);
  });
});
