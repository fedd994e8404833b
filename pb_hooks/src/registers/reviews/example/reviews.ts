import type { ItemFacts } from "#domain/registers/reviews/item";
import { rowsOf } from "../../../base/database.ts";
import { browsers, people } from "../../../story/cast.ts";
import { instantAt } from "../../../story/happening.ts";
import type { On, Staging } from "../../../story/staging.ts";
import { keepRead } from "../acts/messages.ts";
import { concernedIn } from "../concerned.ts";
import { missed, reviews, type StoryAction, type StoryDecision, type StoryReview } from "./review-story.ts";

const minute = 60_000;
const day = 1_440 * minute;
/** The clinic's Tuesday, a quarter past eight. */
const reviewAt = [2, 8, 15] as const;
/** Half a minute an item; whatever is left is decided with the last. */
const decidedAtMost = 20;

/** Eight weekly reviews that were held and signed, and the week that was missed. This week's is not begun. */
export function planReviews(stage: Staging): void {
  for (const story of reviews) new Meeting(stage, story).plan();
  const { weeksAgo, reason } = missed;
  const [weekday, hour] = reviewAt;
  const monday = instantAt(stage.calendar.at([weeksAgo, 1], 12)).slice(0, 10);
  stage.plan(stage.calendar.at([weeksAgo - 1, weekday], hour, 8), () =>
    stage.act("ingrid", "reviews.missed", { weeks: [monday], reason }),
  );
}

/** What the meeting does with an item that the story does not name. */
function usual(topic: string, open: string): Pick<StoryDecision, "decision" | "reason" | "action"> {
  if (open === "") return { decision: "note" };
  if (open.startsWith("Nobody has decided"))
    return { decision: "refer", reason: "To whoever is on duty, who decides it today." };
  const words: Readonly<Record<string, string>> = {
    mail: "Looked into: it went to the right surgery, and is no incident.",
    "last-actions": "It is done by Friday.",
    blind: "The lead sees to it.",
  };
  return {
    decision: "decide",
    reason: words[topic] ?? "Ratified. What is left is done by whoever holds it.",
  };
}

class Meeting {
  readonly #stage: Staging;
  readonly #story: StoryReview;
  readonly #start: number;
  #id = "";

  constructor(stage: Staging, story: StoryReview) {
    const [weekday, hour, minutes] = reviewAt;
    this.#stage = stage;
    this.#story = story;
    this.#start = stage.calendar.at([story.weeksAgo, weekday], hour, minutes);
  }

  plan(): void {
    const { chair, learning, read } = this.#story;
    const stage = this.#stage;
    const at = (minutes: number, play: () => void) => stage.plan(this.#start + minutes * minute, play);
    at(-5, () => {
      this.#id = stage.act(chair, "reviews.prepare", {}).id;
    });
    at(0, () => this.#hold());
    for (let i = 1; i <= decidedAtMost; i++) at(i / 2, () => this.#decide(i === decidedAtMost ? 500 : 1));
    at(decidedAtMost / 2 + 1, () => {
      if (learning !== "") stage.act(chair, "reviews.tell", { text: learning }, this.#on());
    });
    const signed = decidedAtMost / 2 + 2;
    at(signed, () => this.#sign());
    for (const [who, hours] of Object.entries(read)) at(signed + hours * 60, () => this.#read(who));
    for (const { action, reason = "" } of this.#story.decisions) if (action) this.#planAction(reason, action);
  }

  #on(): On {
    return { collection: "reviews", id: this.#id };
  }

  #hold(): void {
    const { chair, deputyChair, attendance } = this.#story;
    const { person } = this.#stage.ids;
    const data = {
      chair: person(chair),
      ...(deputyChair ? { deputyChair: person(deputyChair) } : {}),
      attendance: Object.entries(attendance).map(([key, how]) => ({ user: person(key), how })),
    };
    this.#stage.act(chair, "reviews.hold", data, this.#on());
  }

  #sign(): void {
    const { chair, learning } = this.#story;
    const items = this.#stage.tx
      .findRecordsByFilter("review_items", "review = {:id}", "position", 0, 0, { id: this.#id })
      .map((item) => ({ id: item.id, version: item.getInt("version") }));
    const message = learning === "" ? "none" : "send";
    this.#stage.act(chair, "reviews.sign", { code: this.#stage.code(chair), items, message }, this.#on());
  }

  /** Decides the next items, in the order of the agenda. */
  #decide(count: number): void {
    const { tx, ids } = this.#stage;
    const open = "review = {:id} && decision = ''";
    for (const item of tx.findRecordsByFilter("review_items", open, "position", count, 0, { id: this.#id })) {
      const topic = item.getString("key");
      const title = item.getString("title");
      const story = this.#story.decisions.find(
        (one) => one.topic === topic && title.includes(one.about ?? ""),
      );
      const { open = "" } = JSON.parse(item.getString("facts")) as ItemFacts;
      const { decision, reason, action } = story ?? usual(topic, open);
      const { chair } = this.#story;
      const other = chair === "ingrid" ? "priya" : "ingrid";
      const who = concernedIn(tx, item).includes(ids.person(chair)) ? other : chair;
      const given = action && { owner: ids.person(action.owner), due: this.#date(action.due) };
      const data = { item: item.id, seen: item.getInt("version"), decision, ...given };
      this.#stage.act(who, "reviews.decide", reason ? { ...data, reason } : data, this.#on());
    }
  }

  #date(days: number): string {
    return instantAt(this.#start + days * day).slice(0, 10);
  }

  /** Somebody who signs in reads it in the dashboard, others in the popup of a browser. */
  #read(who: string): void {
    const { tx, ids } = this.#stage;
    const select = "SELECT id FROM learning_messages WHERE review = {:id}";
    const message = String(rowsOf(tx, ["id"], select, { id: this.#id })[0]?.[0]);
    const user = ids.person(who);
    if (people.find(({ key }) => key === who)?.signsIn === "yes") {
      this.#stage.act(who, "messages.read", { message });
      return;
    }
    const own = browsers.find(({ owner }) => owner === who);
    const browser = ids.browser(own?.key ?? "desk-1");
    keepRead(tx, message, user, { user, browser, attribution: own ? "browser" : "chosen" });
  }

  #planAction(text: string, { owner, done, verified }: StoryAction): void {
    const stage = this.#stage;
    const on = (): On => {
      const select =
        "SELECT id FROM actions WHERE register = 'reviews' AND subject = {:id} AND text = {:text}";
      return {
        collection: "actions",
        id: String(rowsOf(stage.tx, ["id"], select, { id: this.#id, text })[0]?.[0]),
      };
    };
    const later = (days: number, hours: number) => this.#start + days * day + hours * 60 * minute;
    if (done !== undefined)
      stage.plan(later(done, 6), () => stage.act(this.#signsIn(owner), "actions.done", {}, on()));
    if (verified) stage.plan(later(verified[1], 7), () => stage.act(verified[0], "actions.verify", {}, on()));
  }

  /** A person without a sign-in says it to the manager, who enters it. */
  #signsIn(who: string): string {
    return people.find(({ key }) => key === who)?.signsIn === "yes" ? who : "ingrid";
  }
}
