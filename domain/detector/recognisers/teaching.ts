import { byPattern, type Recogniser } from "../recogniser.ts";

/** What textbooks, examinations and courses say to learners, and journals to their readers, in words that notes do not use. */
export const teaching: Recogniser<"teaching"> = {
  name: "teaching",
  kind: "other-paper",
  source: "Textbooks, examinations, teaching slides, case reports in print, sketches of users",
  see: byPattern(
    /\b(?:clinical scenario|case (?:example|scenario|vignette|study)|scenario \d|box \d{1,2}\.\d|figure \d{1,2}\.\d|table \d{1,2}\.\d|viva|you are (?:the|a|an) (?:fy\d|foundation|gp|junior|doctor|nurse|physio\w*|student|registrar|on[- ]call|pharmacist|paramedic|candidate)|the examiner|list (?:two|three|four|five|six) |suggested answers?|model answers?|answers? (?:overleaf|are on|on page)|test yourself|self[- ]assessment|slide \d{1,2}\b|narrator:|take[- ]home (?:message|point)|spot diagnosis|grand round|which one (?:action|of)|what (?:investigations|further|other) (?:would|tests|questions)|(?:which|what) [a-z ]{0,24}would (?:you|help you)|how would you (?:manage|investigate|treat|approach|respond|assess|answer|explain|counsel|examine|classify|interpret|proceed|confirm)|how would your answer|talk me through|draw (?:a|the) (?:formulation|diagram|brachial|curve)|discuss in (?:groups|pairs|threes|fours)|(?:in this|earlier|next|the previous) chapter|learners?|hands up|not a real (?:person|patient)|(?:a|an) (?:rare|uncommon|unusual) (?:cause|complication|presentation|case|entity|manifestation|association)|(?:has|have) (?:rarely |seldom |previously )?been (?:reported|described)(?: in)? (?:the|in|only|as)|(?:published|reported|previous) cases|first (?:reported )?case|to our knowledge|clinicians should|physicians should|surgeons should|should be (?:considered|suspected) (?:in|as|when)|this case (?:illustrates|highlights|shows|demonstrates|emphasi[sz]es|suggests)|review of the literature|we (?:review|discuss|highlight|conclude)\b|case presentation:|methods:)/gi,
  ),
  flags: [
    "Clinical scenario 4.2",
    "You are the FY2 on call",
    "Suggested answers are on page 213",
    "What investigations would you request?",
    "Box 7.3 Case example",
    "an uncommon cause of hip pain",
  ],
  passes: [
    "Plan: you are to rest",
    "Results were discussed",
    "the case was closed",
    "She would draw a line",
    "We discussed donor eggs",
    "How would you like to be contacted",
  ],
};
