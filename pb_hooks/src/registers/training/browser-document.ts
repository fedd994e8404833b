import { type BrowserDocument, documentBody } from "#domain/registers/training/in-browser";
import { lesson } from "#domain/registers/training/lesson";
import { bodyOf } from "../../base/refusal.ts";
import { currentNotice } from "../../clinic/notice.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { attributedTo } from "../../people/at-browser.ts";
import { readDocument } from "./document.ts";
import { newestNumber, versionOf } from "./found.ts";
import { serveFileOf } from "./serve-file.ts";
import { requireDue, sitting } from "./sitting.ts";

/** `GET /browser-document?user&course`: a document that is due to whoever sits at a paired browser. */
export function browserDocumentText(e: pb.RequestEvent): void {
  const { course, name, kind } = dueDocument(e);
  const answer: BrowserDocument = {
    course,
    name,
    ...(kind === "notice" ? noticeIn(e) : policyIn(e, course)),
  };
  e.json(200, answer);
}

/** `GET /browser-document-file?user&course`: the file that it is kept in. */
export function browserDocumentFile(e: pb.RequestEvent): void {
  serveFileOf(e, newestOf(e, dueDocument(e).course));
}

/** `POST /browser-document`: they read it, or were shown it and do not tick. */
export function readInBrowser(e: pb.RequestEvent): void {
  const { user, ...body } = bodyOf(e, documentBody);
  const { browser } = sitting(e, user);
  requireDue(e, user, body.course, documents);
  const answer = inLedgerTransaction(e.app, (tx) =>
    readDocument(
      tx,
      { ...body, user, browser: tx.findRecordById("browsers", browser.id).getString("name") },
      attributedTo(user, browser),
    ),
  );
  e.json(200, answer);
}

const documents = ["policy", "notice"] as const;

function dueDocument(e: pb.RequestEvent) {
  const { user } = sitting(e);
  return requireDue(e, user, e.requestInfo().query.course ?? "", documents);
}

function newestOf(e: pb.RequestEvent, course: string): pb.Record {
  const version = versionOf(e.app, course, newestNumber(e.app, course));
  if (!version) throw new NotFoundError("There is no such document.");
  return version;
}

type Version = Omit<BrowserDocument, "course" | "name">;

function noticeIn(e: pb.RequestEvent): Version {
  const notice = currentNotice(e.app);
  if (!notice) throw new NotFoundError("There is no notice yet.");
  return {
    kind: "notice",
    number: notice.getInt("number"),
    parts: [{ title: "", text: notice.getString("text") }],
    link: "",
    file: "",
  };
}

function policyIn(e: pb.RequestEvent, course: string): Version {
  const version = newestOf(e, course);
  const text = lesson.safeParse(JSON.parse(version.getString("lesson") || "null"));
  return {
    kind: "policy",
    number: version.getInt("number"),
    parts: text.success ? text.data.parts : [],
    link: version.getString("link"),
    file: version.getString("file") === "" ? "" : version.getString("name"),
  };
}
