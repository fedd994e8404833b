import { exactListRule } from "#domain/law/exact-list";
import { policy } from "#domain/policy";
import type { Paper } from "#lib/export/paper.ts";
import { lawBlocks } from "./collected-blocks.ts";
import { heading, isTemplate, list, type Of, open, paperOf, words } from "./template.ts";

/** The impact assessment of a list of the clinic's own patients in its browsers: a decision of its own. */
export const listPaper = (of: Of): Paper =>
  paperOf(of, "Data protection impact assessment: a list of patients in the mail guard", [
    { is: "paragraph", text: isTemplate, look: "muted" },
    heading("What it is for"),
    words(
      "To hold a message or a document that names a patient of the clinic and says nothing clinical: without the list nobody can tell such a name from any other.",
    ),
    open("What went out without it, and how often"),
    open("Why nothing milder does: training, rules for documents, fewer addresses"),
    heading("Whom it concerns"),
    list("Every patient in the file that the list is made of. None of them uses the browsers."),
    open("How many, since when, and whether children are among them"),
    heading("What is kept, and where"),
    list(
      "In the clinic’s server and in each browser that is paired with it: one file of tokens and the key that made them. A token is the first 48 bits of HMAC-SHA-256 of first name, surname and date of birth; of each date of birth; of an NHS, CHI or Health and Care number; of an e-mail address.",
      "No name, no number, no address, and nothing about health. That somebody is on the list tells all the same that they are the clinic’s patient, which is data about health.",
      "For 200,000 patients with number and address 3.8 MB, and up to 4.4 MB where many have a second first name; twice that in memory while a message is written.",
      "The file that it is made of is read in the browser of whoever makes it and goes nowhere. It has to be deleted there by hand.",
      `It is called old after ${policy.exactListOld.amount} days and erased on the server after ${policy.exactListKept.amount}. No backup takes it along.`,
    ),
    heading("When it goes"),
    list(
      "Switched off or erased: on the server at once, in each browser when it next asks for its rules, within minutes where it is switched on.",
      "A browser that is unpaired or revoked erases it when it hears of that.",
      `A browser that hears nothing of the server keeps it for ${policy.exactListKept.amount} days from the last time. A stolen computer is such a browser.`,
      "What a browser erases may lie on the disk until something else is written there. Only an encrypted disk helps against that.",
    ),
    heading("What could be guessed"),
    words(
      "Whoever has the file has the key too, and can try. The tokens are no protection against that; they keep names out of sight, and nothing can be read off.",
    ),
    {
      is: "table",
      head: ["What is tried", "How much work it is", "What is learned"],
      shares: [4, 4, 4],
      rows: [
        ["One person whose name and birthday are known", "One question", "Whether they are a patient"],
        [
          "One person whose name is known, and not the birthday",
          "Some 36,500 questions: less than a second",
          "Whether they are a patient, and when they were born",
        ],
        [
          "Everybody on an electoral roll or in a leaked list, each with every birthday",
          "An hour or so for a town, on one computer",
          "Most names and birthdays of the list",
        ],
        ["Every NHS number there can be", "An afternoon", "Every number of the list, without names"],
        ["Addresses out of leaked lists", "Minutes", "Which of them are patients’"],
      ],
    },
    heading("What can go wrong"),
    {
      is: "table",
      head: ["Risk", "What lowers it", "What is left, and who accepts it"],
      shares: [4, 5, 3],
      rows: [
        [
          "A computer is stolen, or somebody who works on it copies the file",
          "Encrypted disks; own devices and shared desks can be left unpaired; revoked browsers get no further list",
          "",
        ],
        [
          "The server is broken into",
          "The list lies beside the access log, which tells no less; no backup holds it",
          "",
        ],
        [
          "A mail provider learns by what is held who is a patient",
          "It sees only that a message was not sent, as with any other; it sees the message itself once it is sent",
          "",
        ],
        [
          "Somebody else is taken for a patient",
          "By chance once in some four hundred million questions; two people of one name and birthday are one to it; a person decides about what is held",
          "",
        ],
        [
          "It is trusted more than it can do",
          "It knows a name only beside a whole date of birth; who came since it was made is not on it; where a browser can’t ask it, Browsers, Today and the extension say so",
          "",
        ],
      ],
    },
    ...lawBlocks([exactListRule]),
    heading("Decision"),
    open("Advice of the data protection officer, and the date"),
    open("What patients were told of it, and where"),
    open(
      "Decision of the clinic, by whom, and the date: it is entered under Settings before there can be a list",
    ),
    open("To be looked at again on"),
  ]);
