import { monitoringRules } from "#domain/law/monitoring";
import type { HeldAnswer } from "#domain/work/held";
import type { Paper } from "#lib/export/paper.ts";
import { heldBlocks, lawBlocks, measures, sentBlocks } from "./collected-blocks.ts";
import { heading, isTemplate, list, type Of, open, paperOf, words } from "./template.ts";

/** The impact assessment as a template, filled with what is collected. */
export const assessmentPaper = (of: Of, held: HeldAnswer): Paper =>
  paperOf(of, "Data protection impact assessment: watching over patients’ records", [
    { is: "paragraph", text: isTemplate, look: "muted" },
    heading("What it is for"),
    words(
      "To know who opened which patient’s record and when, and to keep documents about patients from leaving by e-mail by mistake.",
    ),
    open("Other purposes, or none"),
    heading("Whom it concerns"),
    list(
      "Everybody who works on the clinic’s browsers: staff, locums, students, temporary workers.",
      "Patients, by the number of their record.",
    ),
    open("How many people, and in which places"),
    ...sentBlocks(),
    ...heldBlocks(held),
    words(
      "A list of the clinic’s own patients in its browsers is not covered here: it is off, and has an assessment and a decision of its own.",
    ),
    heading("Why it is necessary"),
    open("Why a less intrusive way would not do"),
    open("What was asked of the team, when, and what they said; or why they were not asked"),
    heading("What can go wrong"),
    {
      is: "table",
      head: ["Risk", "What lowers it", "What is left, and who accepts it"],
      shares: [4, 5, 3],
      rows: [
        [
          "Staff feel watched, or are judged by numbers",
          "No durations, no counts of work, no ranking; each sees their own entries",
          "",
        ],
        [
          "The log itself tells whose patient somebody is",
          "Record numbers or keyed digests, no names; an encrypted disk; few readers, each of them logged",
          "",
        ],
        [
          "Somebody is blamed by a wrong entry",
          "Shared desks are named as such; the person can say what an entry was; a person asks before anything follows",
          "",
        ],
        [
          "The log is used for something else",
          "A wider scope needs a new version of the notice, shown anew",
          "",
        ],
        ["It is trusted more than it can do", "Pages that are not understood are shown as such", ""],
      ],
    },
    heading("What keeps it small"),
    measures(),
    ...lawBlocks(monitoringRules),
    heading("Decision"),
    open("Advice of the data protection officer, and the date"),
    open("Decision of the clinic, by whom, and the date"),
    open("To be looked at again on"),
  ]);
