import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import { composeDialog } from "../../dialog/compose-dialog.ts";
import type { Choice, Situation } from "../../dialog/model.ts";
import { notify } from "../../dialog/notices.ts";
import { say } from "../../dialog/strings.ts";
import type { HeldGesture } from "../gesture/gesture.ts";
import type { Recipients } from "../message/recipients.ts";
import { sayAndAsk } from "../notice/ask-received.ts";
import { tellUpdated } from "../notice/orphaned.ts";
import { stage } from "../notice/stage.ts";
import { type Watched, watchCheck } from "../notice/watch-check.ts";
import { isOrphaned } from "../orphaned.ts";
import { Check } from "./check.ts";
import { exceptionEars, oneForException } from "./exception.ts";
import { type HeldDocument, isFine } from "./judged.ts";
import { outcomeOf, outcomeWords, releases } from "./outcome.ts";
import { Report } from "./report.ts";
import type { Rooms } from "./rooms.ts";
import { asksOnly, ruleTold, sortedByRules } from "./ruling.ts";
import { withWhose } from "./whose.ts";

/** A document of the gesture and the file that it is; none for what of a folder could not be read. */
interface Item {
  readonly document: HeldDocument;
  readonly file?: File;
}

/** One gesture on its way: held, checked, asked about, and ended. */
export class FileGesture {
  readonly #rooms: Rooms;
  readonly #gesture: HeldGesture;
  readonly #since: number;
  #recipients: Recipients;
  #record: string | undefined;
  #trace: string | undefined;

  /** @param since - `performance.now()` when it was held. */
  constructor(rooms: Rooms, gesture: HeldGesture, since: number) {
    this.#rooms = rooms;
    this.#gesture = gesture;
    this.#since = since;
    this.#recipients = rooms.recipients(gesture.at);
  }

  async settle(): Promise<void> {
    const { files, missing, empty = [] } = await this.#gesture.files;
    // A folder that holds nothing: there is nothing to read, and the page gets it as it came.
    if (files.length === 0 && !missing && empty.length > 0) this.#letIn([]);
    const items = await this.#check(files, this.#since, milliseconds(pagePolicy.verdictBudget));
    if (items && missing)
      items.push({ document: { kind: "file", name: "", judged: { kind: "unread", why: "folder" } } });
    const kept = items ? await this.#decide(items) : [];
    if (kept.length > 0) this.#letIn(files.filter((file) => kept.includes(file)));
    this.#gesture.end();
  }

  /** Checks files; undefined where the person stopped it, the page goes or the extension is gone. */
  async #check(files: readonly File[], since: number, budget: number): Promise<Item[] | undefined> {
    const check = new Check(this.#rooms.desk, files.map(unchecked), since + budget, this.#rooms.context);
    const watched = await watchCheck(check, checkingWords(files), {
      since,
      budget,
      closing: this.#rooms.closing,
    });
    this.#trace ??= check.trace;
    this.#record ??= check.record;
    check.stop();
    if (watched.how === "orphaned") tellUpdated();
    if (watched.how === "stopped") this.#say({ act: "remove" }, this.#situation(watched.documents, []));
    return itemsOf(watched, files);
  }

  /** Lets in at once what is fine and may go alone, and asks about the rest. @returns Files that go on now. */
  async #decide(items: readonly Item[]): Promise<readonly File[]> {
    const fine = items.filter(({ document }) => isFine(document)).flatMap(({ file }) => file ?? []);
    const held = items.filter(({ document }) => !isFine(document));
    if (held.length === 0) return fine;
    const documents = held.map(({ document }) => document);
    this.#recipients = await withWhose(this.#recipients, documents, this.#record);
    const { asked, unasked } = await this.#sorted(held);
    const goes = [...fine, ...unasked];
    if (asked.length === 0) return goes;
    const { together } = this.#gesture;
    if (!together && goes.length > 0) this.#letIn(goes);
    const released = await this.#ask(asked, goes);
    return together ? [...goes, ...released] : released;
  }

  /** Those about which the clinic's table asks, and the files of those that go unasked. */
  async #sorted(held: readonly Item[]): Promise<{ asked: readonly Item[]; unasked: readonly File[] }> {
    const { memory, table, adapter } = this.#rooms;
    const root = this.#rooms.root(this.#gesture.at);
    const recipients = this.#recipients;
    const facts = { adapter: adapter.id, how: this.#gesture.how, recipients };
    const documents = held.map(({ document }) => document);
    const { unasked } = await sortedByRules(table, facts, documents, this.#trace ?? memory.traceOf(root));
    // For others it is asked about at Send.
    for (const { document, trace } of unasked) memory.add({ document, recipients, root, trace });
    const goes = new Set(unasked.map(({ document }) => document));
    return {
      asked: held.filter(({ document }) => !goes.has(document)),
      unasked: held.flatMap(({ document, file }) => (file && goes.has(document) ? file : [])),
    };
  }

  /** @returns Those that go on after all. */
  async #ask(held: readonly Item[], fine: readonly File[]): Promise<readonly File[]> {
    const documents = held.map(({ document }) => document);
    const situation = this.#situation(documents, fine);
    const model = composeDialog(situation);
    const { adapter } = this.#rooms;
    const facts = {
      adapter: adapter.id,
      how: this.#gesture.how,
      held: documents,
      recipients: this.#recipients,
      shown: model.keys,
      ...ruleTold(this.#rooms.table, documents, this.#recipients),
    };
    const root = this.#rooms.root(this.#gesture.at);
    const one = oneForException(documents, this.#recipients);
    const report = new Report(facts, this.#trace ?? this.#rooms.memory.traceOf(root));
    report.held();
    if (documents.some(({ judged }) => judged.kind === "late")) report.ended({ outcome: "undecided" });
    let choice: Choice;
    try {
      choice = await this.#rooms.ask(model, one && exceptionEars(one, report.trace));
    } catch {
      report.ended({ outcome: "closed" });
      return [];
    }
    if (choice.act === "keep-checking") return this.#keepChecking(held, report);
    if (choice.act === "each") return this.#askEach(held);
    const kept = await report.ended(outcomeOf(choice, situation));
    if (isOrphaned() || (releases(choice, situation) && !kept)) {
      if (isOrphaned()) tellUpdated();
      else notify(stage(), { said: say("outcome.not-recorded"), untilClosed: true });
      return [];
    }
    this.#say(choice, situation, report.incidentBy(choice.act));
    if (!releases(choice, situation)) return [];
    const { trace } = report;
    for (const document of documents)
      this.#rooms.memory.add({ document, recipients: this.#recipients, root, trace });
    return held.flatMap(({ file }) => file ?? []);
  }

  async #keepChecking(held: readonly Item[], report: Report): Promise<readonly File[]> {
    const files = held.flatMap(({ file }) => file ?? []);
    const items = await this.#check(files, performance.now(), milliseconds(pagePolicy.verdictBudgetKeptOn));
    if (!items) {
      report.ended({ outcome: "removed" });
      return [];
    }
    if (items.every(({ document }) => isFine(document))) report.ended({ outcome: "passed" });
    return this.#decide(items);
  }

  async #askEach(held: readonly Item[]): Promise<readonly File[]> {
    const released: File[] = [];
    for (const one of held) released.push(...(await this.#ask([one], [])));
    return released;
  }

  #situation(held: readonly HeldDocument[], fine: readonly File[]): Situation {
    const { moment, together, again } = this.#gesture;
    return {
      moment,
      held,
      passed: fine.map(({ name }) => name),
      passedAlready: !together,
      recipients: this.#recipients,
      does: asksOnly(this.#rooms.table, held, this.#recipients) ? "warn" : "block",
      oneForOne: oneForException(held, this.#recipients) !== undefined,
      ...this.#rooms.rules,
      canChooseAgain: again !== undefined,
    };
  }

  /** Does what the choice asks for beside letting in, and says what became of it. */
  async #say(choice: Choice, situation: Situation, incident?: string): Promise<void> {
    const { again } = this.#gesture;
    if (choice.act === "unlocked") again?.();
    const system = choice.act === "system" && (await this.#rooms.openSystem());
    const words = outcomeWords(choice, situation, { ...this.#rooms.doors, again, system });
    if (words && incident !== undefined && releases(choice, situation))
      await sayAndAsk(words, incident, false);
    else if (words) notify(stage(), words);
  }

  #letIn(files: readonly File[]): void {
    for (const { name } of files) this.#rooms.memory.saw(name);
    this.#gesture.letIn(files);
  }
}

function itemsOf({ how, documents }: Watched, files: readonly File[]): Item[] | undefined {
  if (how !== "finished" && how !== "late") return undefined;
  return documents.map((document, at) => ({ document, ...(files[at] && { file: files[at] }) }));
}

const unchecked = (file: File) => ({
  kind: "file" as const,
  name: file.name,
  content: file,
  picture: file.type.startsWith("image/"),
});

function checkingWords(files: readonly File[]) {
  const [only] = files;
  return files.length === 1 && only
    ? ({ key: "checking.file", name: only.name, stop: "checking.stop" } as const)
    : ({ key: "checking.files", name: String(files.length), stop: "checking.stop-all" } as const);
}
