import { byPattern, type Recogniser } from "../recogniser.ts";

const welsh = "(?:heol|ffordd|stryd|l\u00f4n|lon|rhodfa|maes|clos|rhes|tai|bryn|cae)";
const streets = "(?:street|road|avenue|crescent|terrace|lane|gardens|mews)";
const noStreet =
  "(?:on|off|of|in|by|per|each|from|along|the|this|that|same|main|a|an|at|to|for|and|or|miles?|patients?|letters?|cars?|years?|days?|minutes?|people|steps?)";

/** A house's number with a street in small letters, or as Wales writes it: 14 high street, 3 Heol y Bont. */
export const smallAddress: Recogniser["see"] = byPattern(
  new RegExp(
    `\\b(?:\\d{1,4}[a-z]?,? (?!${noStreet}\\b)[a-z'\\u2019]{3,20} ${streets}\\b|\\d{1,4}[A-Za-z]?,? ${welsh} [A-Za-z\\u00c0-\\u024f]{1,20})`,
    "gi",
  ),
  ({ words }) => !/^\d{1,4} (?:tai|bryn|cae|clos|maes|lon|rhes) (?:and|or|of|in|the)\b/i.test(words),
);
