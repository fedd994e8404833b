import type { CsvColumn } from "../list-csv.ts";
import { leavesAs } from "./figures.ts";
import { extractFates, extractForms, projectBases, projectPurposes } from "./project.ts";
import type { CheckRow, ProjectRow } from "./project-row.ts";

export const projectColumns: readonly CsvColumn<ProjectRow>[] = [
  ["Project", ({ name }) => name],
  ["For", ({ purpose }) => projectPurposes[purpose]],
  ["Who has it", ({ who }) => who],
  ["Extract", ({ extract }) => extract],
  ["Form", ({ form }) => extractForms[form]],
  ["Made so by", ({ madeBy }, nameOf) => nameOf(madeBy)],
  ["Whom we asked", ({ asked }) => asked],
  ["Basis", ({ basis }) => projectBases[basis]],
  ["Why this basis", ({ basisWhy }) => basisWhy],
  ["Held by", ({ holder }, nameOf) => nameOf(holder)],
  ["Until", ({ until }) => until],
  ["Why longer", ({ extendedWhy }) => extendedWhy],
  ["Tables looked through", ({ checks }) => checks],
  ["Of these not fit to be called anonymous", ({ unfit }) => unfit],
  ["Entered by", ({ by }, nameOf) => nameOf(by)],
  ["Entered (UTC)", ({ at }) => at],
  ["Ended (UTC)", ({ endedAt }) => endedAt],
  ["Ended by", ({ endedBy }, nameOf) => nameOf(endedBy)],
  ["Extract then", ({ fate }) => (fate === "" ? "" : extractFates[fate])],
  ["Why ended", ({ endedWhy }) => endedWhy],
];

export const checkColumns: readonly CsvColumn<CheckRow>[] = [
  ["Project", ({ name }) => name],
  ["Looked through (UTC)", ({ at }) => at],
  ["By", ({ by }, nameOf) => nameOf(by)],
  ["Figures", ({ figures }) => figures],
  ["Below ten", ({ small }) => small],
  ["Can be worked out", ({ derived }) => derived],
  ["Not read as counts", ({ unread }) => unread],
  ["Leaves as", (row) => leavesAs[row.leavesAs]],
  ["Reason", ({ reason }) => reason],
  ["SHA-256 of the table", ({ hash }) => hash],
];
