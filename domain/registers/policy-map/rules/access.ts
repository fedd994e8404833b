import type { KeepRule } from "../rule.ts";

/** Looking into records, the log of it, and sign-ins. */
export const accessRules: readonly KeepRule[] = [
  {
    id: "log-cannot-change",
    state: "test",
    words: [
      /\b(?:log|logs|trail|access records?|record of access|history|register)\b/,
      /\b(?:cannot|can't|can not|impossible|never|not)\b.{0,30}\b(?:alter|chang|edit|delet|tamper|remov|overwrit)\w*/,
    ],
    unless: [/\bcopied\b/],
    test: "verify",
    how: "verify finds an entry that was edited, removed or chained anew",
  },
  {
    id: "log-without-content",
    state: "test",
    words: [
      /\b(?:log|logs|trail|monitoring|chaperone|extension)\b/,
      /\b(?:no|nothing|never|not|without)\b.{0,60}\b(?:contents?|clinical (?:information|details?)|details? of (?:the|a) (?:record|patient)|notes)\b/,
    ],
    test: "no-content",
    how: "what a browser sends names a record by its reference and holds nothing of it",
  },
  {
    id: "access-logged",
    state: "screen",
    page: "/log",
    words: [
      /\b(?:access\w*|open\w*|view\w*|look\w*|who)\b/,
      /\b(?:logg?ed|log|trail|audit trail|recorded|records? of (?:who|access)|monitored|keeps? a (?:trail|record))\b/,
      /\b(?:records?|notes?|files?|systems?|information|data)\b/,
    ],
    unless: [
      /breach|incident|near miss|complaint|training|cctv|camera|footage|visitor|request|disclos|building|premises|door|police/,
    ],
    how: "each view of a record by a paired browser stands in the access log",
  },
  {
    id: "access-needs-reason",
    state: "screen",
    page: "/log",
    words: [
      /\b(?:access|open\w*|view\w*|look\w*|see|read)\b/,
      /\b(?:need to know|need-to-know|only (?:i|me|we)|to me alone|legitimate|authori[sz]ed|only (?:people|those|where|when|if|staff)|no reason|without (?:a )?(?:reason|good|legitimate)|involved in (?:their|the|your) care|business reason|curiosity|friends?|relatives?|colleagues?|themselves|own record|necessary for)\b/,
      /\b(?:records?|notes?|files?|information|data)\b/,
    ],
    unless: [/cctv|footage|image|camera|consent|request|third part|supplier|marketing|lock/],
    how: "each view is judged: one that cannot be explained is asked about",
  },
  {
    id: "access-unauthorised",
    state: "screen",
    page: "/log",
    words: [
      /\bunauthori[sz]ed (?:view|access|look)\w*|\b(?:view|access|look)\w* without (?:authori\w+|permission|a reason)/,
    ],
    unless: [/cctv|footage|camera|third part|building|premises|breach|stored|damage/],
    how: "each view is judged: one that cannot be explained is asked about",
  },
  {
    id: "access-explained",
    state: "screen",
    page: "/review",
    words: [
      /\b(?:unexplained|cannot be explained|explain\w*|suspicious|unusual|inappropriate|unauthorised|unauthorized)\b/,
      /\b(?:access\w*|open\w*|view\w*|look\w*)\b/,
      /\b(?:follow\w* up|investigat\w*|review\w*|asked|within|checked|queried)\b/,
    ],
    how: "what is not explained stands in the weekly review until it is",
  },
  {
    id: "access-sampled",
    state: "screen",
    page: "/audits",
    otherwise: "people",
    words: [
      /\b(?:random|sample|spot[- ]check\w*|audit\w*)\b/,
      /\b(?:access\w*|views?|records?|storage|systems?|documentation|notes)\b/,
    ],
    unless: [/trail/],
    audit: { what: "A sample of accesses", months: 1 },
    how: "samples and planned audits with their findings",
  },
  {
    id: "monitoring-told",
    state: "screen",
    page: "/notice",
    words: [
      /\b(?:staff|employees|workers|colleagues|everybody|users)\b/,
      /\b(?:monitor\w*|recorded|logg?ed)\b/,
      /\b(?:told|informed|aware|notice|notified|understand)\b/,
    ],
    how: "the notice, to whom it was shown and when",
  },
  {
    id: "second-factor",
    state: "people",
    words: [/\b(?:two|multi|2)[- ]?(?:factor|step)|\b(?:2fa|mfa)\b|\bsecond factor\b|\bauthenticator\b/],
    audit: { what: "Second factor by person", months: 3 },
    how: "a dated tick list by person: Chaperone does not see the settings of the clinical system",
  },
  {
    id: "sign-ins-personal",
    state: "people",
    words: [
      /\b(?:passwords?|log-?ins?|logins?|sign-?ins?|user ?names?|credentials|accounts?|smart ?cards?)\b/,
      /\b(?:shar\w*|own|personal|individual|unique|disclos\w*|written down|never|prohibit\w*|characters|strong|complex\w*|chang\w*)\b/,
    ],
    unless: [/bank|payment|reset|affected/],
    audit: { what: "Shared sign-ins", months: 6 },
    how: "nothing here sees who types a password",
  },
  {
    id: "leavers-removed",
    state: "people",
    words: [
      /\b(?:leav\w*|left|starters?|joiners?|movers?|termination|end of (?:their )?employment)\b/,
      /\b(?:accounts?|access|rights|keys?|log-?ins?|equipment|sign-?ins?)\b/,
    ],
    unless: [/duty|continues/],
    audit: { what: "Joiners and leavers", months: 3 },
    how: "a tick list by system when somebody comes or goes",
  },
  {
    id: "access-rights-checked",
    state: "people",
    words: [
      /\b(?:access rights|permissions|list of who|user (?:list|accounts?)|role[- ]based|set by role|levels? of access)\b/,
    ],
    audit: { what: "Who can sign in to which system", months: 3 },
    how: "a dated list by system and person",
  },
  {
    id: "protected-by-password",
    state: "people",
    words: [/\b(?:password|pass ?code|pin)\b/],
    unless: [/reset|breach/],
    audit: { what: "Passwords of systems", months: 6 },
    how: "nothing here sees a password",
  },
];
