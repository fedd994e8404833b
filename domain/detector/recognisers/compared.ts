import { isOfHealth } from "../health.ts";
import type { Recogniser } from "../recogniser.ts";

/** How something was before and is now. */
const change =
  /\bfrom (?:a )?\d{1,3}(?:\.\d)?%?(?: [a-z/]{1,8})? (?:to|down to|up to) \d|\b(?:up|down) from \d|\b\d{1,3}(?:\.\d)? ?\((?:was |prev |previously )?\d{1,3}(?:\.\d)?(?: (?:in|yest|last|at|prev)[^)\n]{0,14})?\)|\d{1,3}(?:\.\d)? ?(?:->|\u2192|<-) ?\d|\b\d{1,3} ?% (?:better|improved|improvement)|\b(?:worse|better|less|more)\b[^.\n]{0,20} than (?:last|before|yesterday|in)\b|\b(?:gained|lost|grown|put on) \d{1,3}(?:\.\d)? ?(?:kg|lbs?|st|stone|cm|pounds)\b|\b(?:unchanged|no better|much better|a bit better|no worse|settled|settling) (?:since|from|with|on|after)\b/g;
/** Signs before and behind in which the matter stands. */
const around = { before: 70, after: 50 } as const;
const ofMany =
  /\b(?:patients|clients|people|participants|mean|median|per cent|admissions|target|budget|turnover|sales|group|average|waits?|waiting|vs|95%)\b/i;
const most = 200;

/** What somebody's state was and is: a course over time, which no guideline has. */
export const compared: Recogniser<"compared"> = {
  name: "compared",
  kind: "test-result",
  source: "House rule: notes and letters tell one person's change between two days",
  *see({ text }) {
    let seen = 0;
    for (const { 0: words, index } of text.matchAll(change)) {
      const end = index + words.length;
      const near = text.slice(Math.max(0, index - around.before), end + around.after);
      if (ofMany.test(near) || !isOfHealth(near)) continue;
      yield { start: index, end };
      if (++seen >= most) return;
    }
  },
  flags: [
    "migraines are down from 8 a month",
    "CRP 212 -> 94",
    "creatinine 141 (132 yest)",
    "knee 60% better",
    "weight: has lost 6 kg with nausea",
  ],
  passes: [
    "turnover rose from 5 to 9",
    "mean pain fell from 6 to 3",
    "from 9 to 5 daily",
    "40% better deals",
    "patients' pain fell from 8 to 2",
  ],
};
