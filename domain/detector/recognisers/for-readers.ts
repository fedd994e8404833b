import { byPattern, type Recogniser } from "../recogniser.ts";

/** What is written for readers or learners, whoever stands in it: quizzes, stations, cases in print, news, tales, reviews of books. */
export const forReaders: Recogniser<"for-readers"> = {
  name: "for-readers",
  kind: "other-paper",
  source: "Teaching papers, case reports in print, news and fiction",
  see: byPattern(
    /\b(?:which of the following|most (?:appropriate|likely) (?:initial |next )?(?:treatment|step|diagnosis|management|investigation)|what (?:would you do|is the (?:most|next|best|diagnosis))|mark scheme|actor brief|candidate instructions|osce|facilitator|discuss in (?:groups|pairs)|discussion (?:vignette|points?)|learning (?:objectives?|outcomes?|points?)|multiple[- ]choice|correct answer|answer: [A-E]\b|question \d{1,3}\b(?! of)|(?:we|to) (?:report|present|describe) (?:a|an|the|two|three|four|here|on|our)\b|these (?:two |three )?cases|case (?:report|series)|assign [A-Z]\d\d|coders?\b|coding(?!")|case presentation|(?:this|a rare|such a|present|our) case (?:report|has|is|was|of|illustrates|highlights|suggests|demonstrates)|case (?:of [^.\n]{3,60} )?is (?:described|reported|presented)|to the best of our knowledge|in the literature|keywords?:|corresponding author|published (?:in|by|online)|fictional|participant information|tak(?:e|ing) part in (?:a|this|our|the) (?:research )?study|participation is voluntary|(?:free to )?withdraw at any time|composite (?:case|patient|character)s?|persona\b|personas\b|memoir|novel|novelist|directed by|films? (?:about|of|by|festival|starring)|four stars|readers|chapter \d|\(figure|see figure|spokes(?:man|woman|person)|told reporters|said in a statement|the club|league|striker|winger|midfielder|captain|kick-?off|season|match(?:es)? against|marathon|posted by|re: .{1,40}\?\?)/gi,
  ),
  flags: [
    "Which of the following is correct?",
    "Mark scheme: introduces self",
    "We report a case",
    "To the best of our knowledge",
    "captain Luke Dray",
  ],
  passes: [
    "She reports pain",
    "Plan: review",
    "We reported it to the GP",
    "Question 3 of 9",
    "Composite filling, upper left 5",
    "X-ray film sent",
  ],
};
