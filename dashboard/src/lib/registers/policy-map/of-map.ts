import { claimRow, type PolicyClaim, type PolicyVersion, versionRow } from "#domain/registers/policy-map/map";
import { stateWords } from "#domain/registers/policy-map/states";
import {
  asDay,
  asMoment,
  asPerson,
  asText,
  asWords,
  type RowKind,
} from "#lib/components/changed/difference.ts";
import { versionWords } from "./map-words.ts";

const { "": toConfirm, ...words } = stateWords;

/** What is known of a sentence. */
export const ofClaim: RowKind<PolicyClaim> = {
  read: (current) => claimRow.safeParse(current).data,
  columns: {
    state: ["the state", (state) => (state === "" ? toConfirm : words[state])],
    page: ["the page", asText],
    test: ["the test", asText],
    audit: ["what people look at", asText],
    programme: ["the audit", (id) => (id === "" ? "" : "one of the programme")],
    owner: ["who looks", asPerson],
    due: ["by when", asDay],
    checkedOn: ["last looked", asDay],
    kept: ["whether it was kept", asText],
    why: ["why", asText],
    source: ["the source", asText],
    by: ["who said it", asPerson],
    at: ["when", asMoment],
  },
};

/** A version of the policy. */
export const ofVersion: RowKind<PolicyVersion> = {
  read: (current) => versionRow.safeParse(current).data,
  columns: {
    state: ["the version", asWords(versionWords)],
    arrived: ["lines that have come", String],
    inForceFrom: ["in force from", asDay],
    reviewBy: ["to be reviewed by", asDay],
    reviewer: ["who reviews it", asPerson],
    endedReason: ["why it ended", asText],
  },
};
