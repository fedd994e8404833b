import type { Gesture } from "#domain/ledger/mail-lists";
import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import { composeDialog } from "../../dialog/compose-dialog.ts";
import type { Choice, Situation } from "../../dialog/model.ts";
import { notify } from "../../dialog/notices.ts";
import { say } from "../../dialog/strings.ts";
import { openAttached } from "../message/attached.ts";
import { fieldsOf } from "../message/composer.ts";
import type { LetIn } from "../message/memory.ts";
import type { Message } from "../message/message.ts";
import type { Pastes } from "../message/pastes.ts";
import { openlyOutside, outsideSince, type Recipients, somebody } from "../message/recipients.ts";
import { allStand, namingWords, takeOut } from "../message/take-out.ts";
import { moment } from "../moment.ts";
import { sayAndAsk } from "../notice/ask-received.ts";
import { earlyNotice } from "../notice/early-notice.ts";
import { tellUpdated } from "../notice/orphaned.ts";
import { stage } from "../notice/stage.ts";
import { watchCheck } from "../notice/watch-check.ts";
import { isOrphaned } from "../orphaned.ts";
import { Check, type Unchecked } from "./check.ts";
import { exceptionEars, oneForException } from "./exception.ts";
import { type HeldDocument, isFine } from "./judged.ts";
import { outcomeOf, outcomeWords, releases } from "./outcome.ts";
import { Report } from "./report.ts";
import type { Rooms } from "./rooms.ts";
import { asksOnly, ruleTold, sortedByRules } from "./ruling.ts";
import { withWhose } from "./whose.ts";

/** "Fw:" and its like, as mail programs put it before the subject of a forwarded message. */
const forwarded = /^\s*(?:fwd?|wg|tr|i|vs|doorst)\s*:/im;

/** Sending on its way: what the message holds is looked at once more before it goes. */
export class SendGesture {
  /** When somebody last answered, as `performance.now()` counts: what is pressed after it is another sending. */
  answeredAt: number | undefined;
  readonly #rooms: Rooms;
  readonly #message: Message;
  readonly #pastes: Pastes;
  #trace: string | undefined;
  #record: string | undefined;
  #recipients: Recipients;

  constructor(rooms: Rooms, message: Message, pastes: Pastes) {
    this.#rooms = rooms;
    this.#message = message;
    this.#pastes = pastes;
    this.#recipients = somebody(message.recipients);
  }

  /**
   * @param release - Sends the message; called once at most.
   * @param inTurn - Runs what the person comes back to later, when no other dialog is open.
   */
  async settle(
    since: number,
    release: () => void,
    inTurn: (settle: () => Promise<void>) => void,
  ): Promise<void> {
    const added = this.#addedSince();
    const ask = async (held: readonly HeldDocument[]): Promise<void> => {
      const asked = await this.#asked(held);
      const many = this.#openly;
      if ((asked.length === 0 && many === 0) || (await this.#ask(asked))) release();
    };
    if (added.length > 0) {
      this.#trace = added[0]?.trace;
      this.#sayAdded(() => inTurn(() => ask(added.map(({ document }) => document))));
      return;
    }
    const documents = await this.#check(since, milliseconds(pagePolicy.verdictBudget));
    if (documents) await ask(documents.filter((one) => !isFine(one)));
  }

  /** Outside addresses where every recipient sees them, as soon as they are many; else 0. An older server takes no word of it. */
  get #openly(): number {
    const many = openlyOutside(this.#message.recipients);
    return this.#rooms.table.told && many > pagePolicy.openlyAtMost.amount ? many : 0;
  }

  /** Those about which the clinic's table asks. */
  async #asked(held: readonly HeldDocument[]): Promise<readonly HeldDocument[]> {
    if (held.length === 0) return held;
    this.#recipients = await withWhose(this.#recipients, held, this.#record);
    const recipients = this.#recipients;
    const facts = { adapter: this.#rooms.adapter.id, how: this.#how(held), recipients };
    return (await sortedByRules(this.#rooms.table, facts, held, this.#trace)).asked;
  }

  /** Documents let in for other recipients: an outside address has come since. */
  #addedSince(): LetIn[] {
    const { recipients, shown, composer } = this.#message;
    return this.#rooms.memory
      .letInto(composer.root, shown)
      .filter((one) => outsideSince(recipients, one.recipients).length > 0);
  }

  #sayAdded(pressed: () => void): void {
    notify(stage(), {
      said: say("outcome.added"),
      link: { label: say("outcome.choose"), pressed },
      untilClosed: true,
    });
  }

  async #check(since: number, budget: number): Promise<readonly HeldDocument[] | undefined> {
    const { text, words, unseen, composer } = this.#message;
    const { adapter, closing } = this.#rooms;
    const notice = earlyNotice("checking.message", since);
    const opened = await Promise.all(
      unseen.map(async (one) => ({ ...one, file: await openAttached(adapter, one, window.location) })),
    );
    const origin = await this.#pastes.origin(composer.root);
    notice.close();
    const items: Unchecked[] = words > 0 ? [{ kind: "text", name: "", content: text, words, origin }] : [];
    for (const { name, file } of opened) if (file) items.push({ kind: "file", name, content: file });
    const closed = opened.filter(({ file }) => !file);
    const came: HeldDocument[] = closed.map(({ name }) => ({
      kind: "file",
      name,
      judged: { kind: "unread", why: "came-along" },
    }));
    if (items.length === 0) return came;
    const check = new Check(this.#rooms.desk, items, since + budget, this.#rooms.context);
    const told = { key: "checking.message", name: "", stop: "checking.stop-sending" } as const;
    const watched = await watchCheck(check, told, { since, budget, closing });
    this.#record ??= check.record;
    this.#trace ??= check.trace ?? this.#rooms.memory.traceOf(this.#message.composer.root);
    check.stop();
    if (watched.how === "orphaned") tellUpdated();
    if (watched.how === "stopped") notify(stage(), { said: say("outcome.not-sent") });
    return watched.how === "finished" || watched.how === "late" ? [...watched.documents, ...came] : undefined;
  }

  /** @returns Whether the message goes after all. */
  async #ask(held: readonly HeldDocument[]): Promise<boolean> {
    const recipients = this.#recipients;
    const openly = this.#openly;
    const words = this.#namingWords(held);
    const one = oneForException(held, recipients);
    const situation: Situation = {
      moment: "send",
      oneForOne: one !== undefined,
      does: asksOnly(this.#rooms.table, held, recipients) ? "warn" : "block",
      held,
      passed: [],
      passedAlready: true,
      recipients,
      ...(openly > 0 && { openly }),
      takeOut: words,
      ...this.#rooms.rules,
      canChooseAgain: false,
    };
    const model = composeDialog(situation);
    const { adapter } = this.#rooms;
    const facts = {
      adapter: adapter.id,
      how: this.#how(held),
      held,
      recipients,
      shown: model.keys,
      ...(openly > 0 && { openly }),
      ...ruleTold(this.#rooms.table, held, recipients),
    };
    const report = new Report(facts, this.#trace);
    report.held();
    if (held.some(({ judged }) => judged.kind === "late")) report.ended({ outcome: "undecided" });
    let choice: Choice;
    try {
      choice = await this.#rooms.ask(model, one && exceptionEars(one, report.trace));
    } catch {
      report.ended({ outcome: "closed" });
      return false;
    } finally {
      this.answeredAt = moment();
    }
    if (choice.act === "keep-checking") return this.#keepChecking(report);
    const kept = await report.ended(outcomeOf(choice, situation));
    if (choice.act === "take-out") {
      this.#takeOut(words);
      return false;
    }
    const goes = releases(choice, situation);
    if (isOrphaned()) tellUpdated();
    else if (goes && !kept) notify(stage(), { said: say("outcome.not-recorded-sent"), untilClosed: true });
    else void this.#say(choice, situation, report.incidentBy(choice.act));
    if (!goes) this.#pointAt(held);
    return goes && kept && !isOrphaned();
  }

  /** Words of the text that name the patient; none where they don't stand in the message's fields any more. */
  #namingWords(held: readonly HeldDocument[]): readonly string[] {
    const words = held.flatMap(({ kind, content, judged }) =>
      kind === "text" && typeof content === "string" && judged.kind === "verdict"
        ? namingWords(content, judged.verdict.findings)
        : [],
    );
    return allStand(this.#fields, words) ? words : [];
  }

  get #fields(): Element[] {
    return fieldsOf(this.#rooms.adapter, this.#message.composer);
  }

  /** What is left is judged anew when somebody sends it. */
  #takeOut(words: readonly string[]): void {
    const whole = takeOut(this.#fields, words, say("take-out.instead"));
    notify(stage(), { said: say(whole ? "outcome.taken-out" : "outcome.taken-part"), untilClosed: !whole });
  }

  async #keepChecking(report: Report): Promise<boolean> {
    const documents = await this.#check(performance.now(), milliseconds(pagePolicy.verdictBudgetKeptOn));
    const held = documents?.filter((one) => !isFine(one));
    if (held?.length === 0) {
      report.ended({ outcome: "passed" });
      return true;
    }
    if (!held) report.ended({ outcome: "removed" });
    return held ? this.#ask(held) : false;
  }

  /** NOTES.md, "At Send": what the guard can't take out of the message is outlined in it. */
  #pointAt(held: readonly HeldDocument[]): void {
    for (const { name, element } of this.#message.unseen) {
      if (!element || !held.some((one) => one.kind === "file" && one.name === name)) continue;
      (element as HTMLElement).style.outline = "2px solid #9A5B00";
      element.scrollIntoView({ block: "nearest" });
    }
  }

  #how(held: readonly HeldDocument[]): Gesture {
    if (held.every(({ kind }) => kind === "text"))
      return this.#pastes.has(this.#message.composer.root) ? "pasted" : "typed";
    return forwarded.test(this.#message.text) ? "forwarded" : "attached";
  }

  async #say(choice: Choice, situation: Situation, incident?: string): Promise<void> {
    const system = choice.act === "system" && (await this.#rooms.openSystem());
    const words = outcomeWords(choice, situation, { ...this.#rooms.doors, system });
    if (words && incident !== undefined && releases(choice, situation))
      await sayAndAsk(words, incident, true);
    else if (words) notify(stage(), words);
  }
}
