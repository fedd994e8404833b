import { caller } from "../../base/caller.ts";
import { objectsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { requireOn } from "../in-use.ts";

interface Version {
  readonly number: number;
  readonly content: string;
  readonly link: string;
  readonly lesson: string;
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly mime: string;
}
const columns = ["number", "content", "link", "lesson", "id", "name", "sha256", "mime"] as const;

/** `GET /lesson?course`: what a course teaches now, without its right answers. */
export function lessonRoute(e: pb.RequestEvent): void {
  requireOn(e.app, "training");
  if (caller(e).outside) throw new ForbiddenError("You are here for one case alone.");
  const { course = "" } = e.requestInfo().query;
  const [of] = e.app.findRecordsByFilter("courses", "id = {:course}", "", 1, 0, { course });
  if (!of) refuse("course", "unknown", "There is no such course.");
  const select = `SELECT number, content, link, coalesce(lesson, '') AS lesson, id, name, sha256, mime FROM course_versions
    WHERE course = {:course} ORDER BY number DESC LIMIT 1`;
  const [version] = objectsOf<Version>(e.app, columns, select, { course });
  e.json(200, {
    id: of.id,
    kind: of.getString("kind"),
    name: of.getString("name"),
    about: of.getString("about"),
    version: version ? { ...version, lesson: lessonOf(version.lesson) } : null,
  });
}

const lessonOf = (text: string): unknown => (text === "" || text === "null" ? null : JSON.parse(text));
