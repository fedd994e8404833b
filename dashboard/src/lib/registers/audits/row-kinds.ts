import { auditRow, lineRow, roundRow } from "#domain/registers/audits/audit";
import { everyWords } from "#domain/registers/audits/csv";
import { type SampleItem, sampleItem, sampleResultWords } from "#domain/registers/audits/sample";
import {
  asDay,
  asMoment,
  asPerson,
  asText,
  asWords,
  type RowKind,
} from "#lib/components/changed/difference.ts";
import type { Audit, Line, Round } from "./api.ts";

export const ofAudit: RowKind<Audit> = {
  read: (current) => auditRow.safeParse(current).data,
  columns: {
    subject: ["of what", asText],
    every: ["how often", everyWords],
    owner: ["the owner", asPerson],
    nextOn: ["the next time", asDay],
    retiredWhy: ["why it left the programme", asText],
  },
};

export const ofRound: RowKind<Round> = {
  read: (current) => roundRow.safeParse(current).data,
  columns: {
    closedOn: ["closed", asDay],
    closedBy: ["closed by", asPerson],
    conclusion: ["the conclusion", asText],
    evidence: ["the evidence", asText],
  },
};

export const ofLine: RowKind<Line> = {
  read: (current) => lineRow.safeParse(current).data,
  columns: {
    answer: ["the answer", asText],
    note: ["what was found", asText],
    lookedBy: ["looked at by", asPerson],
    lookedAt: ["looked at", asMoment],
  },
};

export const ofSampleItem: RowKind<SampleItem> = {
  read: (current) => sampleItem.safeParse(current).data,
  columns: {
    result: ["the result", asWords(sampleResultWords)],
    note: ["what was found", asText],
    lookedBy: ["looked at by", asPerson],
    lookedAt: ["looked at", asMoment],
  },
};
