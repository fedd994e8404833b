import type { Action } from "#domain/acts";
import { careNoticesOf } from "#domain/law/notices";
import type { ReportKind, TriageVerdict } from "#domain/registers/incidents/kinds";
import { readingOf } from "#domain/registers/incidents/reading";
import { rowsOf } from "../../../base/database.ts";
import { clinic } from "../../../story/cast.ts";
import type { Day } from "../../../story/happening.ts";
import { instantAt } from "../../../story/happening.ts";
import type { On, Staging } from "../../../story/staging.ts";
import { openIncident } from "../reported/open-incident.ts";
import { snapshotOf } from "../versions/snapshot.ts";

/** How an incident of the example begins. Nobody in it exists. */
export interface StoryIncident {
  readonly day: Day;
  /** On the clinic's clocks where the day's week is named, else UTC; never later than three hours before now. */
  readonly hour: number;
  readonly minute?: number;
  /** Reported, said by somebody, or opened by the server because a document went out anyway. */
  readonly origin: "report" | "told" | "mail-attempt";
  readonly kind?: ReportKind;
  readonly text?: string;
  readonly reporter?: string;
  /** Kept between its reporter and the lead. */
  readonly confidential?: boolean;
  readonly about?: string;
  readonly title?: string;
  readonly senders?: readonly string[];
  /** Left out: nobody has answered yet. */
  readonly verdict?: TriageVerdict;
  readonly reason?: string;
  /** What else was done, hours after it began. */
  readonly deeds?: readonly (readonly [
    hours: number,
    who: string,
    action: Action,
    data: object | ((tale: Tale) => object),
  ])[];
}

const hour = 3_600_000;

/** An incident from its beginning on. */
export class Tale {
  readonly stage: Staging;
  readonly start: number;
  #id = "";

  constructor(stage: Staging, { day, hour: at, minute = 0 }: Pick<StoryIncident, "day" | "hour" | "minute">) {
    const { calendar } = stage;
    this.stage = stage;
    const on = typeof day === "number" ? calendar.workday(day) : day;
    this.start = Math.min(calendar.at(on, at, minute), calendar.now - 3 * hour);
  }

  on(): On {
    return { collection: "breaches", id: this.#id };
  }

  /** The moment so many hours after it began, as acts take it. */
  instant(hours: number): string {
    return instantAt(this.start + hours * hour);
  }

  /** What somebody did so many hours after it began; `data` may need what was done before. */
  later(hours: number, who: string, action: Action, data: object | (() => object)): void {
    this.stage.plan(this.start + hours * hour, () =>
      this.stage.act(who, action, typeof data === "function" ? data() : data, this.on()),
    );
  }

  /** A version of the report, read by whoever freezes it. */
  frozen(hours: number, who: string): void {
    this.later(hours, who, "breaches.version", () => {
      const { tx } = this.stage;
      const draft = snapshotOf(tx, tx.findRecordById("breaches", this.#id));
      return { read: $security.sha256(readingOf(draft)) };
    });
  }

  /** Whether the regulator of care has to be told, answered with no and why. */
  noNoticeOfCare(hours: number): void {
    const lines = careNoticesOf(clinic.careRegulator).map(({ id }) => id);
    const reason =
      "A matter of data alone: nobody was harmed, the police were not called, the service went on.";
    this.later(hours, "ingrid", "breaches.care", { lines, applies: [], reason });
  }

  open({ origin, kind = "other", text = "", reporter = "", ...more }: StoryIncident): void {
    const { stage } = this;
    stage.plan(this.start, () => {
      if (origin === "mail-attempt") {
        const newest = "SELECT id FROM breaches WHERE origin = 'mail-attempt' ORDER BY number DESC LIMIT 1";
        this.#id = String(rowsOf(stage.tx, ["id"], newest)[0]?.[0]);
        return;
      }
      if (origin === "told") {
        this.#id = stage.act(reporter, "breaches.told", { text, kind }).id;
        return;
      }
      const noticedAt = this.instant(-0.1);
      const { confidential = false, about = "" } = more;
      const user = stage.ids.person(reporter);
      const whom = about === "" ? {} : { about: stage.ids.person(about), aboutWhom: "manager" as const };
      const title = titles[kind];
      const beginning = { origin, kind, title, text, noticedAt, provisionalFrom: noticedAt, reporter: user };
      this.#id = openIncident(stage.tx, { ...beginning, ...whom, confidential }, { user }).id;
    });
  }
}

/** As `POST /report` names what a person reports. */
const titles: { readonly [kind in ReportKind]: string } = {
  "wrong-person": "Something reached the wrong person",
  "lost-or-stolen": "Something was lost or stolen",
  "seen-without-need": "A record was seen without need",
  other: "Something else",
};
