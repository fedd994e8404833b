import { usualRules } from "#domain/clinic/mail-rules";
import type { Context } from "#domain/detector/verdict";
import type { MailAdapter } from "#domain/sites/adapter";
import { ask } from "../../dialog/ask.ts";
import type { ExceptionEars } from "../../dialog/exception.ts";
import type { Choice, DialogModel, Situation } from "../../dialog/model.ts";
import { unnamedSystem } from "../../dialog/strings.ts";
import { send } from "../../send.ts";
import type { Desk } from "../desk.ts";
import { composerOf, recipientsOf } from "../message/composer.ts";
import type { Memory } from "../message/memory.ts";
import type { Recipients } from "../message/recipients.ts";
import type { Departure } from "../notice/departure.ts";
import { stage } from "../notice/stage.ts";
import { isOrphaned } from "../orphaned.ts";
import type { Standing } from "../standing.ts";
import type { Doors } from "./outcome.ts";
import type { Rules } from "./ruling.ts";

/** What every held gesture of a frame shares: policy, desk, memory, and the ways out of the page. */
export interface Rooms {
  readonly desk: Desk;
  readonly memory: Memory;
  readonly adapter: MailAdapter;
  /** Aborted when the page goes. */
  readonly closing: AbortSignal;
  /** Shows a dialog; rejects when the page goes. */
  ask(model: DialogModel, exceptions?: ExceptionEars): Promise<Choice>;
  readonly rules: Pick<Situation, "clinic" | "mayOverride" | "reasons">;
  /** What becomes of documents, by the clinic's table. */
  readonly table: Rules;
  /** What judging is to know of the clinic. */
  readonly context: Context;
  readonly doors: Pick<Doors, "myRecord" | "goSystem">;
  recipients(at: Element | undefined): Recipients;
  /** The part of the page that holds the message around an element. */
  root(at: Element | undefined): Element | undefined;
  /** Opens the approved system in a tab of its own; false where its address is not known. */
  openSystem(): Promise<boolean>;
}

/** The column of the clinic's table for each kind of page. */
const channelOf: Readonly<Record<MailAdapter["kind"], Rules["channel"]>> = { webmail: "mail" };

/** What the frame's guard has, of which rooms are made. */
export interface RoomParts extends Pick<Rooms, "desk" | "memory" | "adapter"> {
  readonly standing: Pick<Standing, "policy">;
  readonly departure: Departure;
}

/** Rooms under the policy as it stands now. */
export function roomsFor({ standing, adapter, desk, memory, departure }: RoomParts): Rooms {
  const { policy } = standing;
  const domains = policy?.mail ?? { ownDomains: [], approvedDomains: [] };
  const clinic = policy?.clinic;
  const reactions = {
    whatIsRecorded: (): void => void send("open-page", { page: "options" }).catch(() => undefined),
    leaveOut: screened,
  };
  const closing = departure.signal;
  return {
    desk,
    memory,
    adapter,
    closing,
    ask: (model, exceptions) => departure.during(ask(stage(), model, closing, reactions, exceptions)),
    rules: {
      clinic: {
        name: clinic?.name ?? "",
        approvedSystem: clinic?.approvedSystem || unnamedSystem,
        reviewDay: clinic?.reviewDay ?? "",
      },
      mayOverride: policy?.mail.override ?? false,
      reasons: policy?.mail.reasons ?? [],
    },
    table: {
      table: policy?.mail.rules ?? usualRules,
      channel: channelOf[adapter.kind],
      told: policy?.mail.rules !== undefined,
    },
    context: { staffPapers: policy?.mail.staffPapers ?? true },
    doors: {
      myRecord: () => {
        if (clinic) window.open(`${clinic.dashboard.replace(/\/$/, "")}/my-record`, "_blank", "noopener");
      },
      goSystem: () => void openSystem(),
    },
    root: (at) => composerOf(adapter, at)?.root,
    recipients: (at) => recipientsOf(adapter, composerOf(adapter, at), domains),
    openSystem,
  };
}

/** A sentence is kept only once it was looked at. Of an update beneath the page nothing is kept anyway, and that is said then. */
async function screened(text: string): Promise<string | undefined> {
  try {
    return (await send("sentence-screen", { text })).leaveOut;
  } catch {
    return isOrphaned() ? "" : undefined;
  }
}

async function openSystem(): Promise<boolean> {
  try {
    return (await send("open-system", {})).opened;
  } catch {
    return false;
  }
}
