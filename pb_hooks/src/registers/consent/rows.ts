import type { PurposeKey } from "#domain/law/sharing-purposes";
import { purposeKeys, purposeOf } from "#domain/law/sharing-purposes";
import { type BannerRelease, bannerLines } from "#domain/registers/consent/banner";
import {
  type ConsentRow,
  type ConsentStep,
  consentRow,
  consentStep,
} from "#domain/registers/consent/consent-row";
import { type Relation, scopeKeys } from "#domain/registers/releases/release";
import { keysIn } from "#domain/registers/releases/words";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { standsSql } from "../releases/sql.ts";

/** Rows that a file brought in which was undone count for nothing; over `consents` by its alias. */
export const countsSql = (c: string): string =>
  `(${c}.imported = '' OR NOT EXISTS (SELECT 1 FROM imports i WHERE i.id = ${c}.imported AND i.undoneAt <> ''))`;

export const isUndone = (app: pb.App, imported: string): boolean =>
  imported !== "" &&
  rowsOf(app, ["id"], "SELECT id FROM imports WHERE id = {:imported} AND undoneAt <> ''", { imported })
    .length > 0;

/** A record as it is asked for: every system where none is named. */
export interface OneRecord {
  readonly recordRef: string;
  readonly system: string;
}

const columns = Object.keys(consentRow.shape) as (keyof ConsentRow & string)[];
const quoted = (names: readonly string[]) => names.map((name) => `c."${name}" AS "${name}"`).join(", ");
export const consentSelect = `SELECT ${quoted(columns)} FROM consents c WHERE ${countsSql("c")}`;
export const consentFields = columns;

const ofRecord = "recordRef = {:recordRef} AND system = {:system}";

/** Decisions on one record. @param lead - Whether the reader is the lead, who alone is shown some of them. */
export function decisionsOf(app: pb.App, record: OneRecord, lead: boolean): ConsentRow[] {
  const shut = purposeKeys.filter((key) => !lead && purposeOf(key).leadOnly);
  const select = `${consentSelect} AND c.${ofRecord.replace(" AND ", " AND c.")}
    AND c.purpose NOT IN (SELECT value FROM json_each({:shut})) ORDER BY c.purpose LIMIT 100`;
  return objectsOf<ConsentRow>(app, columns, select, { ...record, shut: JSON.stringify(shut) }).map(
    (row) => ({
      ...row,
      at: iso(row.at),
    }),
  );
}

/** Everything that was decided before on these rows, the newest first. */
export function stepsOf(app: pb.App, consents: readonly string[]): ConsentStep[] {
  const names = Object.keys(consentStep.shape) as (keyof ConsentStep & string)[];
  const select = `SELECT ${quoted(names)} FROM consent_steps c
    WHERE c.consent IN (SELECT value FROM json_each({:all})) ORDER BY c."at" DESC, c.id DESC LIMIT 200`;
  return objectsOf<ConsentStep>(app, names, select, { all: JSON.stringify(consents) }).map((row) => ({
    ...row,
    at: iso(row.at),
  }));
}

/**
 * What stands on the open record: five words each.
 *
 * @param today - Civil date at the clinic.
 * @param releases - Whether the reader is shown whom the patient lets us tell, by name; others ask by a call, and that is counted.
 */
export function bannerOf(
  app: pb.App,
  record: OneRecord,
  today: string,
  lead: boolean,
  releases: boolean,
): string[] {
  const decided = decisionsOf(app, record, lead).map(({ purpose, decision, from, until }) => ({
    ...{ purpose: purpose as PurposeKey, decision, from, until },
  }));
  const lines = bannerLines(decided, releases ? releasesOf(app, record, today) : [], today);
  const restricted = purposeOf("restricted").banner;
  return lines.includes(restricted) || !isRestricted(app, record) ? lines : [restricted, ...lines];
}

/** Whether a request has restricted this record, and it is not lifted yet. */
const isRestricted = (app: pb.App, { recordRef, system }: OneRecord): boolean =>
  rowsOf(
    app,
    ["id"],
    `SELECT id FROM requests WHERE recordRef = {:recordRef} AND system = {:system}
      AND state IN ('restricted', 'told') LIMIT 1`,
    { recordRef, system },
  ).length > 0;

function releasesOf(app: pb.App, record: OneRecord, today: string): BannerRelease[] {
  const select = `SELECT r.relation AS relation, r.name AS name, r.organisation AS organisation, r.scopes AS scopes
    FROM releases r WHERE r.recordRef = {:recordRef} AND r.system = {:system} AND ${standsSql("r")}
    ORDER BY r."at" DESC, r.id LIMIT 10`;
  type Row = { relation: Relation; name: string; organisation: string; scopes: string };
  return objectsOf<Row>(app, ["relation", "name", "organisation", "scopes"], select, {
    ...record,
    today,
  }).map((one) => ({ ...one, scopes: keysIn(one.scopes, scopeKeys) }));
}
