import { basename } from "node:path";
import { argv } from "node:process";
import { measure } from "../support/policies/measure.ts";
import {
  asMarkdown,
  asPlainText,
  type InventedPolicy,
  policyIn,
  policyNamed,
  policyNames,
} from "../support/policies/policies.ts";

/**
 * Prints the share of sentences whose first suggestion is right: of the three policies that were held back from the rules,
 * of the three that the rules were written by, and of files that are named, in the same form: sentences out of what clinics
 * publish, which are other people's and are not kept here.
 */
const share = (part: number, of: number) => `${part} of ${of} (${Math.round((1000 * part) / of) / 10} %)`;
const shows = argv.includes("--misses");
const outside = argv.slice(2).filter((one) => !one.startsWith("--"));
const invented = policyNames.map(policyNamed);

print(
  "Held back",
  invented.filter(({ tuned }) => !tuned),
  false,
);
print(
  "Written by",
  invented.filter(({ tuned }) => tuned),
  shows,
);
if (outside.length > 0)
  print(
    "Published",
    outside.map((file) => policyIn(file, basename(file, ".txt"))),
    shows,
  );

function print(title: string, policies: readonly InventedPolicy[], misses: boolean): void {
  const sum = { of: 0, found: 0, right: 0, are: 0, known: 0, said: 0 };
  for (const policy of policies) {
    const { name } = policy;
    const text = name.includes("2") ? asPlainText(policy) : asMarkdown(policy);
    const { of, found, right, wrongInLaw, misses: missed } = measure(policy, text);
    sum.of += of;
    sum.found += found;
    sum.right += right;
    sum.are += wrongInLaw.are;
    sum.known += wrongInLaw.known;
    sum.said += wrongInLaw.said;
    console.log(`${name}: right ${share(right, of)}, cut as written ${found}`);
    for (const { told, said } of misses ? missed : [])
      console.log(
        `  ${told.state} not ${said?.state ?? "found"} (${said?.rule}: ${said?.words.join(" | ")}): ${told.text}`,
      );
  }
  console.log(
    `${title}: right ${share(sum.right, sum.of)}; cut as written ${share(sum.found, sum.of)}; wrong in law: ${sum.known} of ${sum.are} known, ${sum.said} said\n`,
  );
}
