import type { CsvColumn } from "../list-csv.ts";
import { channelWords, kindWords, requesterWords } from "./kinds.ts";
import { noLimit } from "./limits.ts";
import { nameOfRequest, type RequestRow } from "./request-row.ts";
import { stateWords } from "./words.ts";

/** A request in words, without who asks: the list may leave the clinic. */
export const requestColumns: readonly CsvColumn<RequestRow>[] = [
  ["Request", nameOfRequest],
  ["What", ({ kind }) => kindWords[kind]],
  ["Asked by", ({ requester }) => requesterWords[requester]],
  ["How", ({ channel }) => channelWords[channel]],
  ["Received", ({ receivedOn }) => receivedOn],
  ["Answer by", ({ limitOn }) => (limitOn === noLimit ? "" : limitOn)],
  ["Clock stands", ({ stands }) => stands],
  ["State", ({ state }) => stateWords[state]],
  ["Ended", ({ endedOn }) => endedOn],
  ["Worked by", ({ handler }, nameOf) => nameOf(handler)],
  ["Taken by", ({ by }, nameOf) => nameOf(by)],
  ["Taken (UTC)", ({ at }) => at],
];
