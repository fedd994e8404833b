import { questions } from "#domain/registers/requests/facts";
import { isAsked, paths } from "#domain/registers/requests/machine";
import { stateWords } from "#domain/registers/requests/words";
import { type DialogsOf, day, reason } from "./dialog.ts";

/** What may be entered at any time. */
export const besideDialogs: DialogsOf<
  "progress" | "lift" | "more" | "fee" | "feePaid" | "withdraw" | "back"
> = {
  progress: () => ({
    title: "How it goes on",
    yes: "Enter it",
    done: "It is entered.",
    button: "Add a note",
    fields: [
      {
        id: "note",
        kind: "sentence",
        label: "Note",
        hint: "Without a name. The last note to a complaint stands in the letter that says how it goes on.",
        empty: "Say it",
      },
    ],
  }),
  lift: () => ({
    title: "Lift the 48 hours",
    says: "They are a floor of our own. It may go out as soon as it is ready.",
    yes: "Lift them",
    done: "They are lifted; the log says by whom.",
    button: "Lift the 48 hours",
    fields: [reason("Why")],
  }),
  more: ({ limits }) => ({
    title: "A notice of more time was sent",
    says: `Two more months, for a complex request or several of the same person; never for our own workload. It counts if it was sent by ${limits.month?.noticeBy ?? ""}.`,
    yes: "Enter it",
    done: "The notice is entered.",
    button: "Enter a notice of more time",
    fields: [
      day("Sent on"),
      {
        id: "time",
        kind: "line",
        numeric: true,
        longest: 5,
        label: "At",
        hint: "Such as 16:40",
        empty: "Enter the time",
        check: (value) => (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : "Write it like 16:40"),
      },
      {
        id: "ground",
        kind: "choice",
        label: "Because",
        words: { complex: "the request is complex", number: "they made several requests" },
        empty: "Choose why",
      },
      reason("The reason that the notice gives"),
    ],
  }),
  fee: () => ({
    title: "A fee is asked",
    says: "Only where it is manifestly unfounded or excessive, or for further copies. The clock begins when it is paid.",
    yes: "Enter it",
    done: "The fee is entered. The clock stands.",
    button: "Ask a fee",
    fields: [
      day("Asked on"),
      {
        id: "pounds",
        kind: "line",
        numeric: true,
        longest: 7,
        label: "Pounds",
        hint: "Such as 10 or 12.50",
      },
      {
        id: "ground",
        kind: "select",
        label: "Because",
        words: {
          unfounded: "manifestly unfounded",
          excessive: "manifestly excessive",
          copies: "further copies",
        },
        empty: "Choose why",
      },
      reason("Why it is reasonable"),
    ],
  }),
  feePaid: () => ({
    title: "The fee is paid",
    yes: "Enter it",
    done: "The clock runs.",
    button: "The fee is paid",
    fields: [day("Paid on")],
  }),
  withdraw: () => ({
    title: "Withdrawn by who asked",
    says: "It ends here, and can be taken up again as a new request.",
    yes: "It is withdrawn",
    done: "It is withdrawn.",
    button: "Withdrawn",
    danger: true,
    fields: [day("On"), reason("In which words")],
  }),
  back: ({ facts }) => ({
    title: "Ask a question anew",
    says: "Its answer and those behind it are gone from the path; they stay in what is behind it.",
    yes: "Ask it anew",
    done: "It is asked anew.",
    button: "Ask anew",
    fields: [
      {
        id: "to",
        kind: "select",
        label: "Which",
        words: Object.fromEntries(
          questions
            .filter((one) => one !== "acknowledge" && paths[facts.kind].includes(one) && isAsked(one, facts))
            .map((one) => [one, stateWords[one]]),
        ),
        empty: "Choose a question",
      },
      reason("Why"),
    ],
  }),
};
