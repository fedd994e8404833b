import { keptId } from "#domain/ledger/given/kept-as";
import type { EventRow } from "#domain/ledger/ledger";
import { keeperOf } from "#domain/registers/incidents/may-act-on";
import { type ReportBody, reportBody } from "#domain/registers/incidents/report-body";
import { requireClean } from "../../../acts/clean.ts";
import { type Caller, livePerson } from "../../../base/caller.ts";
import { objectsOf } from "../../../base/database.ts";
import { keyedText } from "../../../base/keyed-text.ts";
import { bodyOf, refuse } from "../../../base/refusal.ts";
import { stored } from "../../../base/time.ts";
import { clinicOf } from "../../../clinic/clinic.ts";
import { requirePast } from "../../../clinic/past.ts";
import { inLedgerTransaction } from "../../../ledger/chain/transaction.ts";
import { pairedBrowser } from "../../../ledger/ingest/ingest-request.ts";
import { hiddenCases } from "../gives/hidden.ts";
import { isHere } from "../keeper.ts";
import { madeBefore, onceFor } from "./once.ts";
import { isEvidence, openIncident } from "./open-incident.ts";
import { concernedBy, slipTold } from "./slip.ts";

/** Who reports, and through which browser. */
interface Source {
  /** '' where the person would rather not say. */
  readonly reporter: string;
  readonly browser: string;
  /** May link any event of the log, but for those of cases that they may not see; undefined for who may link own ones. */
  readonly reader: Caller | undefined;
}

/** `POST /report`: an incident or a near miss, by a person signed in or through the popup of a paired browser. */
export function report(e: pb.RequestEvent): void {
  const body = bodyOf(e, reportBody);
  const source = sourceOf(e, body);
  requireClean("text", body.text);
  requirePast(e.app, "noticedAt", body.noticedAt);
  const about = aboutOf(e.app, body);
  const concerned = concernedBy(e.app, body, source.reporter, body.confidential);
  const open = !body.confidential && about.about === "";
  const event =
    body.event === undefined ? undefined : eventOf(e.app, keptId(body.event, keyedText), source, open);
  const once = onceFor(["report", ...senderOf(e)], body.id, toldIn(body));
  const breach = inLedgerTransaction(
    e.app,
    (tx) =>
      (once ? madeBefore(tx, once, "id") : sentBefore(tx, body, source.reporter)) ??
      openIncident(
        tx,
        {
          kind: body.kind,
          origin: "report",
          title: titles[body.kind],
          text: body.text,
          noticedAt: body.noticedAt,
          provisionalFrom: body.noticedAt,
          confidential: body.confidential,
          ...about,
          ...concerned,
          reporter: source.reporter,
          sourceEvent: event ?? 0,
          ...once,
        },
        {
          user: source.reporter,
          ...(source.browser === ""
            ? {}
            : { browser: source.browser, attribution: source.reporter ? "chosen" : "none" }),
        },
      ),
  );
  const number = breach.getInt("number");
  const asked = askedName(e.app, breach);
  e.json(200, number > 0 ? { id: breach.id, number, asked } : { id: breach.id, asked });
}

/** Who was asked about it, or who keeps it. */
function askedName(app: pb.App, breach: pb.Record): string {
  const who = breach.getString("holder") || breach.getString("keeper");
  return who === ""
    ? ""
    : (app.findRecordsByFilter("users", "id = {:who}", "", 1, 0, { who })[0]?.getString("name") ?? "");
}

const senderOf = ({ auth }: pb.RequestEvent): string[] => [auth?.collection().name ?? "", auth?.id ?? ""];

/** What the person wrote and chose. When it was noticed is left out: a browser's clock may be set right between two tries. */
const toldIn = ({ kind, text, confidential, reporter, about, aboutWhom, ...slip }: ReportBody) => ({
  ...slipTold(slip),
  kind,
  text,
  confidential,
  reporter: reporter ?? "",
  about: about ?? "",
  aboutWhom: aboutWhom ?? "",
});

/** The same report sent again by a client that names no id: the same words of the same instant by the same person. */
function sentBefore(tx: pb.App, body: ReportBody, reporter: string): pb.Record | undefined {
  const { text, noticedAt, confidential } = body;
  const who = confidential ? "confidentialReporter" : "reporter";
  const same = `origin = 'report' && confidential = {:confidential} && text = {:text} && noticedAt = {:noticedAt}`;
  const params = { confidential, text, noticedAt: stored(noticedAt), reporter };
  return tx.findRecordsByFilter("breaches", `${same} && ${who} = {:reporter}`, "", 1, 0, params)[0];
}

const titles: { readonly [kind in ReportBody["kind"]]: string } = {
  "wrong-person": "Something reached the wrong person",
  "lost-or-stolen": "Something was lost or stolen",
  "seen-without-need": "A record was seen without need",
  other: "Something else",
};

function sourceOf(e: pb.RequestEvent, { reporter }: ReportBody): Source {
  if (e.auth?.collection().name === "browsers") {
    const browser = pairedBrowser(e);
    if (browser.holder === "person") {
      if (reporter !== undefined && reporter !== browser.owner) {
        refuse("reporter", "not-yours", "This browser reports for its owner.");
      }
      return { reporter: browser.owner, browser: browser.id, reader: undefined };
    }
    if (reporter === undefined)
      refuse("reporter", "missing", "Say who reports, or that you would rather not say.");
    if (reporter !== "") requirePerson(e.app, "reporter", reporter);
    return { reporter, browser: browser.id, reader: undefined };
  }
  if (!e.auth) throw new UnauthorizedError("Sign in first.");
  const person = livePerson(e.app, e.auth);
  if (!person) throw new UnauthorizedError("Sign in first.");
  if (person.role === "auditor" || person.outside)
    throw new ForbiddenError("An auditor reads, and writes nothing.");
  if (reporter !== undefined && reporter !== person.id) {
    refuse("reporter", "not-yours", "You report for yourself.");
  }
  return { reporter: person.id, browser: "", reader: person.role === "staff" ? undefined : person };
}

/** Whom it is about. A confidential one about the lead needs somebody else whom it can go to. */
function aboutOf(app: pb.App, body: ReportBody) {
  const about = body.about ?? "";
  if (about !== "") requirePerson(app, "about", about);
  const clinic = clinicOf(app);
  if (!clinic) throw new ForbiddenError("The clinic is not set up yet.");
  const keeper = keeperOf({
    about,
    lead: clinic.getString("lead"),
    deputyLead: clinic.getString("deputyLead"),
    keeper: "",
  });
  if (body.confidential && !isHere(app, keeper)) {
    refuse(
      "about",
      "nobody-to-tell",
      "Nobody else is named here who could look at this. Turn to the regulator.",
    );
  }
  return { about, aboutWhom: body.aboutWhom ?? "" };
}

function requirePerson(app: pb.App, field: string, id: string): void {
  const filter = "id = {:id} && active = true && role != 'auditor'";
  if (app.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 0) {
    refuse(field, "unknown", "Choose somebody who works here now.");
  }
}

type Linked = Pick<EventRow, "seq" | "kind" | "user" | "browser" | "trace">;

/**
 * The event to link, by its id or trace: one of the reporter's own or of this browser's, unless they read the whole log.
 *
 * @param open - Others read the report too: of these an event has one.
 */
function eventOf(app: pb.App, event: string, source: Source, open: boolean): number | undefined {
  const found = "SELECT seq, kind, user, browser, trace FROM events WHERE orderedBy = 0 AND";
  const select = `${found} id = {:event} UNION ALL ${found} trace = {:event} AND trace <> '' ORDER BY seq DESC LIMIT 1`;
  const [row] = objectsOf<Linked>(app, ["seq", "kind", "user", "browser", "trace"], select, { event });
  const own =
    row &&
    ((row.user !== "" && row.user === source.reporter) ||
      (row.browser !== "" && row.browser === source.browser));
  const { reader } = source;
  const seen = own || (row && reader && !hiddenCases(app, reader).includes(row.trace));
  if (!row || !isEvidence(row.kind) || !seen) refuse("event", "unknown", "There is no such event of yours.");
  if (!open) return row.seq;
  const linked = "sourceEvent = {:seq} && confidential = false && about = ''";
  const taken = app.findRecordsByFilter("breaches", linked, "", 1, 0, { seq: row.seq });
  // Somebody linked it before: this report stands beside that one, without the link.
  return taken.length === 0 ? row.seq : undefined;
}
