import { argv } from "node:process";
import { measure } from "../support/policies/measure.ts";
import { asMarkdown, asPlainText, policyNamed, policyNames } from "../support/policies/policies.ts";

/** Prints the share of sentences whose first suggestion is right, of six invented policies, tuned and untuned apart. */
const share = (part: number, of: number) => `${part} of ${of} (${Math.round((1000 * part) / of) / 10} %)`;
const shows = argv.includes("--misses");
for (const tuned of [false, true]) {
  const sum = { of: 0, found: 0, right: 0, are: 0, known: 0, said: 0 };
  for (const name of policyNames) {
    const policy = policyNamed(name);
    if (policy.tuned !== tuned) continue;
    const text = name.includes("2") ? asPlainText(policy) : asMarkdown(policy);
    const { of, found, right, wrongInLaw, misses } = measure(policy, text);
    sum.of += of;
    sum.found += found;
    sum.right += right;
    sum.are += wrongInLaw.are;
    sum.known += wrongInLaw.known;
    sum.said += wrongInLaw.said;
    console.log(`${name}: right ${share(right, of)}, cut as written ${found}`);
    if (shows && tuned)
      for (const { told, said } of misses)
        console.log(
          `  ${told.state} not ${said?.state ?? "found"} (${said?.rule}: ${said?.words.join(" | ")}): ${told.text}`,
        );
  }
  console.log(
    `${tuned ? "Tuned" : "Untuned"}: right ${share(sum.right, sum.of)}; cut as written ${share(sum.found, sum.of)}; wrong in law: ${sum.known} of ${sum.are} known, ${sum.said} said\n`,
  );
}
