/** Why a test mail was not taken: the field to look at, and words that mend it. */
export interface MailFault {
  readonly field: "host" | "username" | "from" | "tls";
  readonly code: string;
  readonly says: string;
}

const faults: readonly (MailFault & { readonly told: RegExp })[] = [
  {
    told: /no such host|server misbehaving/i,
    field: "host",
    code: "no-such-host",
    says: "No mail server has this name. Look at how it is written.",
  },
  {
    told: /\b(?:tls|x509|certificate)\b|first record does not look like/i,
    field: "tls",
    code: "encryption",
    says: "The encryption does not fit. 465 is encrypted from the first byte, 587 is not.",
  },
  {
    told: /\b(?:530|534|535|538)\b|auth/i,
    field: "username",
    code: "sign-in-refused",
    says: "The mail server refused the sign-in. Look at sign-in and password.",
  },
  {
    told: /refused|timeout|timed out|unreachable|no route|deadline|EOF|reset by peer/i,
    field: "host",
    code: "no-answer",
    says: "No mail server answers at this host and port.",
  },
  {
    told: /\b5(?:50|51|53|54)\b/,
    field: "from",
    code: "sender-refused",
    says: "The mail server does not take mail from this sender.",
  },
];

const other: MailFault = {
  field: "host",
  code: "not-taken",
  says: "The mail server did not take it. Look at host, port, sign-in and sender.",
};

/**
 * What a mail server answers may hold anything, so its words are told apart and not passed on.
 *
 * @param thrown - The error's text.
 */
export function mailFault(thrown: string): MailFault {
  const { field, code, says } = faults.find(({ told }) => told.test(thrown)) ?? other;
  return { field, code, says };
}
