import { type Outcome, type Question, questions, type RequestFacts, type Step, type Taken } from "./facts.ts";
import type { GroundKey, ItemFate } from "./grounds.ts";

const whole = (text: string | undefined): number => (/^\d+$/.test(text ?? "") ? Number(text) : 0);

/** All entries told one after another. @param steps - In their order. */
export function factsOf(taken: Taken, steps: readonly Step[], handler: string): RequestFacts {
  let facts: RequestFacts = {
    ...taken,
    identity: !taken.doubt,
    identityAskedOn: "",
    identityOn: "",
    tries: 0,
    authority: null,
    pauses: [],
    searched: null,
    opinionOf: "",
    opinion: null,
    items: [],
    itemsDone: false,
    acknowledged: "",
    decided: null,
    recipients: false,
    approved: false,
    fee: null,
    lifted: null,
    more: "",
    lateMore: "",
    handed: "",
    toldBeforeLift: false,
    restrictionEnded: false,
    withdrawn: false,
    handler,
    outcome: "whole",
  };
  for (const step of steps) facts = { ...facts, ...told(facts, step) };
  return { ...facts, outcome: outcomeOf(facts) };
}

function told(facts: RequestFacts, { kind, data, at, by }: Step): Partial<RequestFacts> {
  const day = data.day ?? "";
  switch (kind) {
    case "record":
      return { ...(data.another === "yes" ? reopened("search") : {}), recordRef: data.recordRef ?? "" };
    case "assign":
      return { handler: data.to ?? "" };
    case "identityAsked":
      return { identityAskedOn: facts.identityAskedOn || day };
    case "identity":
      return data.right === "no"
        ? { tries: facts.tries + (data.how === "questions" ? 1 : 0) }
        : { identity: true, identityOn: facts.identityOn || day };
    case "authority":
      return { authority: { until: data.until ?? "" } };
    case "which":
      return { pauses: [...facts.pauses, { askedOn: day, answeredOn: "" }] };
    case "whichAnswered":
      return {
        pauses: facts.pauses.map((one) => (one.answeredOn === "" ? { ...one, answeredOn: day } : one)),
      };
    case "search":
      return {
        searched: { papers: whole(data.papers), seen: whole(data.seen), oldestOn: data.oldestOn ?? "" },
      };
    case "opinionAsked":
      return { opinionOf: data.of ?? "", opinion: null };
    case "opinion":
      return data.answer === "cant"
        ? { opinion: null, opinionOf: "" }
        : {
            ...reopened("items"),
            opinion: { answer: data.answer === "some" ? "some" : "no", givenOn: day },
            opinionOf: "",
          };
    case "opinionNotNeeded":
      return { ...reopened("items"), opinion: { answer: "not-needed", givenOn: "" }, opinionOf: "" };
    case "item":
      return {
        items: [
          ...facts.items,
          {
            what: data.what ?? "",
            fate: (data.fate ?? "given") as ItemFate,
            ground: (data.ground ?? "") as GroundKey | "",
          },
        ],
      };
    case "itemsDone":
      return { itemsDone: true };
    case "acknowledge":
      return { acknowledged: day };
    case "decide":
      return { decided: (data.outcome ?? "refused") as Outcome };
    case "recipients":
      return { recipients: true };
    case "approve":
      return { approved: true };
    case "lift":
      return { lifted: { by, at } };
    case "more":
      return data.counts === "no" ? { lateMore: `${day} ${data.time ?? ""}`.trim() } : { more: day };
    case "fee":
      return { fee: { askedOn: day, paidOn: "" } };
    case "feePaid":
      return { fee: { askedOn: facts.fee?.askedOn ?? day, paidOn: day } };
    case "handOver":
      return { handed: day };
    case "tellLift":
      return { toldBeforeLift: true };
    case "endRestriction":
      return { restrictionEnded: true };
    case "withdraw":
      return { withdrawn: true };
    case "back":
      return reopened((data.to ?? "identity") as Question);
    default:
      return {};
  }
}

const asBegun: Readonly<Record<Question, Partial<RequestFacts>>> = {
  identity: { identity: false },
  authority: { authority: null },
  acknowledge: { acknowledged: "" },
  search: { searched: null },
  opinion: { opinion: null, opinionOf: "" },
  items: { items: [], itemsDone: false },
  decide: { decided: null },
  recipients: { recipients: false },
  approve: { approved: false },
};

/**
 * A question asked anew: its answer and those of all behind it are gone. Only an acknowledgement stays, for it was sent,
 * and a pause, for it happened.
 */
function reopened(to: Question): Partial<RequestFacts> {
  const from = questions.indexOf(to);
  return Object.assign(
    {},
    ...questions
      .filter((one, i) => i >= from && (one !== "acknowledge" || to === one))
      .map((one) => asBegun[one]),
  );
}

/** How what is handed over is called: all of it, some, or nothing. */
export function outcomeOf(facts: Pick<RequestFacts, "kind" | "decided" | "items" | "searched">): Outcome {
  if (facts.decided !== null) return facts.decided;
  const kept = facts.items.filter(({ fate }) => fate !== "given");
  if (kept.length === 0) return "whole";
  if (kept.some(({ ground }) => ground === "dead-note")) return "refused";
  const held = facts.items.filter(({ fate }) => fate === "held").length;
  return facts.searched !== null && facts.searched.papers > 0 && held >= facts.searched.papers
    ? "refused"
    : "part";
}
