import type { FourAnswers } from "../../law/four-answers.ts";
import { type ProfessionKey, professionProblem } from "../../law/professions.ts";
import { daysBetween } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";
import { deadFee } from "./dead.ts";
import type { RequestFacts, StepKind } from "./facts.ts";
import { questionsLocked } from "./facts.ts";
import { type GroundKey, grounds } from "./grounds.ts";
import { isAboutPapers } from "./kinds.ts";
import { limitsOf } from "./limits.ts";
import { isAnswered, isAsked, paths } from "./machine.ts";
import { noticeCounts } from "./month.ts";
import { authorityProblem, type Competence } from "./who.ts";

/** What is wrong with an entry as it was said, by the field that has to change. */
export interface Wrong {
  readonly field: string;
  readonly says: string;
}
type Data = { readonly [field: string]: string | undefined };

/** @param today - Civil date at the clinic. @param legalForm - What the clinic is in law. @param by - Whose entry it is. */
export interface Checking {
  readonly by: string;
  readonly facts: RequestFacts;
  readonly data: Data;
  readonly today: string;
  readonly legalForm: FourAnswers["legalForm"];
}

const wrong = (field: string, says: string): Wrong => ({ field, says });

/** Whether the month was over before today; a clock that stood before its last day is not over. */
function hasPassed(facts: RequestFacts, today: string): boolean {
  const { month } = limitsOf(facts);
  if (month === undefined || today <= month.limit) return false;
  return month.stands === null || month.stands.since > month.limit;
}

/** Rules of each entry beyond its form; an entry that is left out has none. */
const rules: Readonly<Partial<Record<StepKind, (checking: Checking) => Wrong | undefined>>> = {
  identityAsked: ({ data, today }) =>
    daysBetween(data.day ?? today, today) > policy.identityAskedWithin.amount
      ? wrong("day", "Entered too late to move the start.")
      : undefined,
  identity({ facts, data }) {
    if (data.how !== "questions") return undefined;
    if (questionsLocked(facts))
      return wrong(
        "how",
        "The questions were answered wrongly too often: take another way, such as a call back.",
      );
    if (!data.first || !data.second || data.first === data.second)
      return wrong("second", "Say which two questions were asked; never what was answered.");
    return undefined;
  },
  authority({ facts, data, today }) {
    if (data.until && data.until < today)
      return wrong("until", "This authority has run out: ask for a new one.");
    const judged = (data.understands ?? "") as Competence;
    const says = authorityProblem(facts.requester, facts.age, facts.nation, judged, data.agrees === "yes");
    return says === undefined ? undefined : wrong(judged === "" ? "understands" : "agrees", says);
  },
  which: ({ facts }) =>
    facts.kind === "access"
      ? undefined
      : wrong("day", "Only a request for a copy of the record is paused by such a question (Art 12A(5))."),
  whichAnswered({ facts, data }) {
    const asked = facts.pauses.find(({ answeredOn }) => answeredOn === "")?.askedOn ?? "";
    return (data.day ?? "") < asked ? wrong("day", "It was asked later than this.") : undefined;
  },
  search({ facts, data }) {
    if (Number(data.seen) > Number(data.papers)) return wrong("seen", "No more can be known than was found.");
    if (data.log === "not-kept")
      return wrong("log", "Chaperone keeps a log: say whether it holds something.");
    if (data.oldestOn && data.oldestOn > facts.receivedOn)
      return wrong("oldestOn", "The oldest entry is not later than the application.");
    return undefined;
  },
  opinion({ facts, data, by }) {
    const problem = professionProblem(data.profession as ProfessionKey, data.number ?? "");
    if (data.answer !== "cant" && problem !== undefined) return problem;
    return facts.opinionOf === by || data.paper === "yes"
      ? undefined
      : wrong("paper", "Nobody asked you: say that a professional signed it on paper.");
  },
  opinionNotNeeded({ facts, data, legalForm }) {
    if (data.why === "own-name" && legalForm !== "person")
      return wrong(
        "why",
        "The clinic is a company or another body, so it needs an opinion to give and to hold back.",
      );
    if (data.why === "own-name") {
      if (!data.profession) return wrong("profession", "Say as what the practitioner is registered.");
      return professionProblem(data.profession as ProfessionKey, data.number ?? "");
    }
    if (data.why === "dead" && facts.kind !== "access-dead") return wrong("why", "The patient is alive.");
    const { papers = 0, seen = 0 } = facts.searched ?? {};
    if (data.why === "all-seen" && (papers === 0 || seen < papers))
      return wrong("why", `Only ${seen} of ${papers} papers were entered as seen.`);
    return undefined;
  },
  item({ facts, data }) {
    if (data.fate === "given")
      return data.ground ? wrong("ground", "What is given needs no ground.") : undefined;
    if (!data.ground) return wrong("ground", "Say on which ground: no other than these holds anything back.");
    const ground = grounds[data.ground as GroundKey];
    if (!ground.fits(facts)) return wrong("ground", ground.else);
    if (data.ground === "serious-harm" && facts.opinion?.answer !== "some")
      return wrong("ground", "No opinion says that giving it would be likely to cause serious harm.");
    if (data.ground === "third-party") {
      if (!data.view) return wrong("view", "Say what the other person says to it.");
      if (data.view === "professional")
        return wrong("view", "A health professional who took part in the care is no reason to hold it back.");
      if (data.view === "consents" || data.view === "reasonable") return wrong("view", "Then it is given.");
    }
    return undefined;
  },
  itemsDone({ facts, data }) {
    const black = facts.items.some(({ fate }) => fate === "black");
    for (const tick of black ? ["copy", "burnt", "hidden", "second"] : [])
      if (data[tick] !== "yes") return wrong(tick, "Something is blacked out: tick each of these.");
    const harm = facts.items.some(({ fate, ground }) => fate !== "given" && ground === "serious-harm");
    if (facts.opinion?.answer === "some" && !harm)
      return wrong("copy", "The opinion holds something back: enter which item it is first.");
    return undefined;
  },
  decide({ facts, data }) {
    if (data.outcome !== "whole" && facts.kind === "objection" && data.ground === "marketing")
      return wrong("outcome", "An objection to direct marketing is never weighed: it is done.");
    return undefined;
  },
  more({ facts }) {
    if (facts.kind === "complaint" || facts.kind === "access-dead")
      return wrong("day", "There is no more time for this by a notice.");
    return facts.more === ""
      ? undefined
      : wrong("day", "A notice of more time was sent already; there is one.");
  },
  fee({ facts, today }) {
    if (facts.kind === "complaint") return wrong("day", "A complaint costs nothing.");
    if (facts.kind === "access-dead") return wrong("day", deadFee(facts.nation));
    if (facts.fee !== null) return wrong("day", "A fee was asked already.");
    return hasPassed(facts, today)
      ? wrong("day", "The time to answer has passed: a fee does not begin it anew.")
      : undefined;
  },
  feePaid: ({ facts, data }) =>
    facts.fee === null || facts.fee.paidOn !== ""
      ? wrong("day", "No fee waits.")
      : (data.day ?? "") < facts.fee.askedOn
        ? wrong("day", "It was asked later than this.")
        : undefined,
  lift: ({ facts }) =>
    !isAboutPapers(facts.kind)
      ? wrong("reason", "Nothing waits for 48 hours here.")
      : facts.lifted === null
        ? undefined
        : wrong("reason", "The 48 hours were lifted already."),
  handOver({ data }) {
    return data.how === "mail" && !data.word
      ? wrong(
          "word",
          "E-mail is not offered. Where the patient chose it, enter their own word and what was explained.",
        )
      : undefined;
  },
  back({ facts, data, today }) {
    const to = paths[facts.kind].find((one) => one === data.to);
    if (to === undefined || !isAsked(to, facts))
      return wrong("to", "This question is not asked of this request.");
    return isAnswered(to, facts, today) ? undefined : wrong("to", "This question is open anyway.");
  },
};

/** What is wrong with an entry; undefined where nothing is. Days are looked at for every entry alike. */
export function wrongIn(kind: StepKind, checking: Checking): Wrong | undefined {
  const { facts, data, today } = checking;
  for (const field of ["day", "until", "oldestOn"]) {
    const day = data[field];
    if (day === undefined || field === "until") continue;
    if (day > today) return wrong(field, "This day is still to come.");
    if (field === "day" && kind !== "opinion" && day < facts.receivedOn)
      return wrong(field, "The request came later than this.");
  }
  return rules[kind]?.(checking);
}

/** Which record a request is about; '' while nobody has said. */
interface NamedRecord {
  readonly system: string;
  readonly recordRef: string;
}

/** Whether this is another record than the one that was known: all that was found in that one is asked anew. */
export const isAnother = (known: NamedRecord, said: NamedRecord): boolean =>
  known.recordRef !== "" && (known.recordRef !== said.recordRef || known.system !== said.system);

/** Whether a notice of more time counts, sent on this civil date. */
export const moreCounts = (facts: RequestFacts, sentOn: string): boolean => {
  const { month } = limitsOf(facts);
  return month !== undefined && noticeCounts(sentOn, month);
};
