import type { Question, StepKind } from "./facts.ts";
import { stepKinds } from "./facts.ts";
import { isAboutPapers, type RequestKind } from "./kinds.ts";
import { type Edge, paths, type RequestState, statesFor } from "./machine.ts";

/** Questions that are not asked of every request of this kind. */
const maybe = (kind: RequestKind, question: Question): boolean =>
  question === "recipients" || (question === "authority" && kind !== "access-dead");

/** States that a request of this kind can stand in before it is answered. */
const openOf = (kind: RequestKind): readonly RequestState[] => [
  ...paths[kind],
  ...(kind === "access" ? (["which"] as const) : []),
  "hand-over",
];

/** Where it can go on to once this question is answered. */
function after(kind: RequestKind, question: Question): RequestState[] {
  const path = paths[kind];
  const found: RequestState[] = [];
  for (const next of path.slice(path.indexOf(question) + 1)) {
    found.push(next);
    if (!maybe(kind, next)) return found;
  }
  return [...found, "hand-over"];
}

function targets(kind: RequestKind, from: RequestState, by: StepKind): readonly RequestState[] {
  if (by === "withdraw") return ["withdrawn"];
  if (by === "back") {
    const here = paths[kind].indexOf(from === "which" ? "search" : (from as Question));
    const behind = here < 0 ? paths[kind] : paths[kind].slice(0, here);
    return behind.filter((one) => one !== "acknowledge");
  }
  if (by === "which") return kind === "access" ? ["which"] : [];
  if (by === "whichAnswered") return ["search"];
  if (by === "identity" || by === "opinion") return [from, ...after(kind, from as Question)];
  if (by === "handOver")
    return kind === "restriction" ? ["restricted", "refused"] : ["answered", "part", "refused"];
  if (by === "record") {
    const first = paths[kind].includes("search") ? "search" : "decide";
    const behind = from === "hand-over" || paths[kind].indexOf(from as Question) > paths[kind].indexOf(first);
    return behind ? [from, first] : [from];
  }
  if (by === "tellLift") return ["told"];
  if (by === "endRestriction") return ["answered", "part"];
  if (by === "lift" && !isAboutPapers(kind)) return [];
  if (by === "more" && (kind === "complaint" || kind === "access-dead")) return [];
  if ((by === "fee" || by === "feePaid") && (kind === "complaint" || kind === "access-dead")) return [];
  const answers = paths[kind].includes(from as Question) && answering.includes(by);
  return answers ? after(kind, from as Question) : [from];
}

/** Entries that close the question in which they are made. */
const answering: readonly StepKind[] = [
  ...(["authority", "search", "opinionNotNeeded", "itemsDone", "acknowledge"] as const),
  ...(["decide", "recipients", "approve"] as const),
];

/** Every way of the machine for one kind of request. */
export function edgesOf(kind: RequestKind): readonly Edge[] {
  const restricted: readonly RequestState[] = kind === "restriction" ? ["restricted", "told"] : [];
  return [...openOf(kind), ...restricted].flatMap((from) =>
    stepKinds
      .filter((by) => statesFor(by).includes(from))
      .flatMap((by) => targets(kind, from, by).map((to) => ({ from, by, to }))),
  );
}
