import { usualRules } from "#domain/clinic/mail-rules";
import type { GuardPolicy } from "../answers.ts";
import { ask } from "../dialog/ask.ts";
import { composeMailButton } from "../dialog/mail-button.ts";
import type { Choice, Situation } from "../dialog/model.ts";
import { notify } from "../dialog/notices.ts";
import { say, unnamedSystem } from "../dialog/strings.ts";
import { type Recipients, somebody } from "../guard/message/recipients.ts";
import { sayAndAsk } from "../guard/notice/ask-received.ts";
import { stage } from "../guard/notice/stage.ts";
import type { HeldDocument } from "../guard/settle/judged.ts";
import { outcomeOf, outcomeWords, releases } from "../guard/settle/outcome.ts";
import { Report } from "../guard/settle/report.ts";
import { asksOnly, type Rules, ruleTold, sortedByRules } from "../guard/settle/ruling.ts";
import { send } from "../send.ts";

/**
 * What such a button sends is not seen here: it comes from a patient's record, and goes to whomever. It is ruled as what
 * surely names a patient, to somebody outside.
 */
const held: readonly HeldDocument[] = [
  {
    kind: "file",
    name: "",
    judged: {
      kind: "verdict",
      verdict: {
        version: "",
        strength: "strong",
        score: 1,
        findings: [],
        format: "",
        read: { unit: "part", done: 0, of: 0 },
        patients: 0,
      },
    },
  },
];
const recipients: Recipients = somebody({ all: [] });

/**
 * Asks about a button of the clinical system that is not approved, as the clinic's table rules.
 *
 * @param button - What it is called; it is shown, and kept nowhere.
 * @returns Whether it goes. What became of it is on the record first.
 */
export async function askMailButton(
  button: string,
  adapter: string,
  policy: GuardPolicy,
  signal: AbortSignal,
): Promise<boolean> {
  const rules: Rules = {
    table: policy.mail.rules ?? usualRules,
    channel: "mail",
    told: policy.mail.rules !== undefined,
  };
  const facts = { adapter, how: "submitted", recipients } as const;
  const { asked } = await sortedByRules(rules, facts, held, undefined);
  if (asked.length === 0) return true;
  const { clinic, mail } = policy;
  const situation: Situation = {
    moment: "send",
    held,
    passed: [],
    passedAlready: true,
    recipients,
    clinic: {
      name: clinic.name,
      approvedSystem: clinic.approvedSystem || unnamedSystem,
      reviewDay: clinic.reviewDay,
    },
    does: asksOnly(rules, held, recipients) ? "warn" : "block",
    mayOverride: mail.override,
    reasons: mail.reasons,
    canChooseAgain: false,
  };
  const model = composeMailButton(situation, button);
  const report = new Report(
    { ...facts, held, shown: model.keys, ...ruleTold(rules, held, recipients) },
    undefined,
  );
  report.held();
  const choice = await chosen(model, report, signal);
  if (!choice) return false;
  const kept = await report.ended(outcomeOf(choice, situation));
  const goes = releases(choice, situation);
  if (goes && !kept) notify(stage(), { said: say("outcome.not-recorded-sent"), untilClosed: true });
  else sayOutcome(choice, situation, policy, report.incidentBy(choice.act));
  return goes && kept;
}

/** @returns undefined where the page went before anybody chose. */
async function chosen(
  model: ReturnType<typeof composeMailButton>,
  report: Report,
  signal: AbortSignal,
): Promise<Choice | undefined> {
  const gone = new AbortController();
  const left = () => gone.abort(new DOMException("The page closed.", "AbortError"));
  addEventListener("pagehide", left, { once: true });
  try {
    return await ask(stage(), model, AbortSignal.any([signal, gone.signal]), {
      whatIsRecorded: () => void send("open-page", { page: "options" }).catch(() => undefined),
      leaveOut: async (text) => (await send("sentence-screen", { text }).catch(() => undefined))?.leaveOut,
    });
  } catch {
    report.ended({ outcome: "closed" });
    return undefined;
  } finally {
    removeEventListener("pagehide", left);
  }
}

function sayOutcome(
  choice: Choice,
  situation: Situation,
  { clinic }: GuardPolicy,
  incident: string | undefined,
): void {
  if (!releases(choice, situation)) {
    notify(stage(), {
      said: say(choice.act === "not-patient" ? "outcome.button-told" : "outcome.button-not"),
    });
    return;
  }
  const words = outcomeWords(choice, situation, {
    myRecord: () => {
      window.open(`${clinic.dashboard.replace(/\/$/, "")}/my-record`, "_blank", "noopener");
    },
    system: false,
    goSystem() {},
  });
  if (words && incident !== undefined) void sayAndAsk(words, incident, true);
  else if (words) notify(stage(), words);
}
