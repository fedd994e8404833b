import type { ClinicSite } from "#domain/clinic/clinic-site";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import { overrideReasons } from "#domain/ledger/mail-lists";
import { recordingOff } from "#domain/ledger/recording";
import { milliseconds, policy } from "#domain/policy";
import type { Device, Holder } from "#domain/roles";
import { withKinds } from "#domain/sites/kinds";
import { nowMs } from "../base/clock.ts";
import { objectsOf } from "../base/database.ts";
import { key } from "../base/keys.ts";
import { listIn } from "../base/rows.ts";
import { clinicOf } from "./clinic.ts";
import { correctedAdapters, signingKey } from "./corrected-adapters.ts";
import { listInForce } from "./exact-list.ts";
import { mailOutsideOf } from "./mail-programs.ts";
import { rulesOf } from "./mail-rules.ts";
import { currentNotice, shownTo } from "./notice.ts";
import { ownWords } from "./own-words.ts";

type Body = Omit<PolicyAnswer, "revision" | "serverTime">;

/** What this browser is to know, with a revision that changes whenever any of it does. */
export function answerFor(app: pb.App, browser: pb.Record): PolicyAnswer {
  const body = bodyFor(app, browser);
  return { revision: $security.sha256(JSON.stringify(body)), serverTime: new Date().toISOString(), ...body };
}

function bodyFor(app: pb.App, browser: pb.Record): Body {
  const clinic = clinicOf(app);
  if (!clinic) throw new ForbiddenError("The clinic is not set up yet.");
  const people = livePeople(app);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const holder = browser.getString("holder") as Holder;
  const device = browser.getString("device") as Device;
  const owner = browser.getString("user");
  const notice = currentNotice(app);
  const number = notice?.getInt("number") ?? 0;
  const shown = notice ? shownTo(app, number) : new Set<string>();
  const sites = listIn<ClinicSite>(clinic, "sites");
  const shownToOwner = holder === "person" && shown.has(owner);

  return {
    clinic: {
      name: clinic.getString("name"),
      timeZone: clinic.getString("timeZone"),
      lead: { title: clinic.getString("leadTitle"), name: nameOf.get(clinic.getString("lead")) ?? "" },
      reviewDay: clinic.getString("reviewDay"),
      approvedSystem: clinic.getString("approvedSystem"),
      dashboard: $os.getenv("CHAPERONE_URL"),
      own: ownWords(app),
    },
    browser: {
      id: browser.id,
      name: browser.getString("name"),
      holder,
      device,
      user: holder === "person" ? { id: owner, name: nameOf.get(owner) ?? "" } : null,
    },
    people: holder === "desk" ? people.map(({ id, name }) => ({ id, name, noticeShown: shown.has(id) })) : [],
    accounts: accountsOf(app, new Set(nameOf.keys())),
    notice: notice
      ? {
          version: number,
          text: notice.getString("text"),
          shownToOwner,
          shownAtDesk: browser.getInt("noticeAtDesk") === number,
        }
      : null,
    message: messageFor(app, holder === "desk" ? new Set(nameOf.keys()) : new Set([owner])),
    asksMailPrograms: askedIn(app, holder === "desk" ? new Set(nameOf.keys()) : new Set([owner])),
    recording: recordingOf(number, browser, holder, shownToOwner),
    referenceKey: key("reference.key"),
    sites: withKinds(
      sites.map(({ host, adapter }) => ({ host, adapter })),
      listIn<string>(clinic, "siteKinds"),
    ),
    mailButtons: sites.flatMap(({ host, mailButtons: labels = [] }) =>
      labels.length === 0 ? [] : { host, labels },
    ),
    signingKey: signingKey(),
    adapters: correctedAdapters(clinic),
    mail: {
      ownDomains: listIn<string>(clinic, "mailDomains"),
      approvedDomains: listIn<string>(clinic, "approvedDomains"),
      override: clinic.getBool("mailOverride"),
      reasons: [...overrideReasons],
      staffPapers: !clinic.getBool("staffPapersPass"),
      rules: rulesOf(clinic),
    },
    exact: exactOf(app, clinic),
  };
}

function exactOf(app: pb.App, clinic: pb.Record): Body["exact"] {
  const list = listInForce(app, clinic, nowMs());
  return list && { sha256: list.sha256, bytes: list.bytes };
}

/** The newest message to the team. */
function messageFor(app: pb.App, asked: ReadonlySet<string>): Body["message"] {
  const newest = "SELECT id, text FROM learning_messages ORDER BY at DESC, id LIMIT 1";
  const [message] = objectsOf<{ id: string; text: string }>(app, ["id", "text"], newest);
  if (!message) return null;
  const read = "SELECT user FROM message_reads WHERE message = {:message} ORDER BY user";
  const readers = objectsOf<{ user: string }>(app, ["user"], read, { message: message.id });
  return { ...message, readBy: readers.map(({ user }) => user).filter((user) => asked.has(user)) };
}

/** Those of these people whose answer about mail outside the browser is missing or old. */
const askedIn = (app: pb.App, here: ReadonlySet<string>): string[] =>
  mailOutsideOf(app, nowMs()).unanswered.filter((user) => here.has(user));

/** At a desk it depends on each person; the browser asks `people` and `shownAtDesk` about them. */
function recordingOf(notice: number, browser: pb.Record, holder: Holder, shownToOwner: boolean) {
  const reason = recordingOff({
    notice,
    device: browser.getString("device") as Device,
    ownDeviceAllowed: browser.getString("ownDeviceReason") !== "",
    shown: holder === "desk" || shownToOwner ? notice : 0,
  });
  return reason ? { on: false, reason } : { on: true };
}

function livePeople(app: pb.App): { readonly id: string; readonly name: string }[] {
  const select =
    "SELECT id, name FROM users WHERE active = TRUE AND role <> 'auditor' ORDER BY name COLLATE NOCASE, id";
  return objectsOf(app, ["id", "name"], select);
}

function accountsOf(app: pb.App, people: ReadonlySet<string>): Body["accounts"] {
  const select = "SELECT system, account, user FROM system_accounts ORDER BY system, account";
  const rows = objectsOf<{ system: string; account: string; user: string }>(
    app,
    ["system", "account", "user"],
    select,
  );
  return rows.filter(({ user }) => people.has(user));
}

/** Whether a token is old enough to be replaced: told by its own end, so that a lost answer does no harm. */
export function isDueForRenewal(token: string, nowMs: number): boolean {
  const { exp } = $security.parseUnverifiedJWT(token);
  const issued = Number(exp) * 1000 - milliseconds(policy.browserTokenLives);
  return nowMs - issued > milliseconds(policy.browserTokenRenewedAfter);
}
