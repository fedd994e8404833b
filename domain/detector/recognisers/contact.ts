import { byPattern, type Recogniser } from "../recogniser.ts";

export const postcode: Recogniser<"postcode"> = {
  name: "postcode",
  kind: "postcode",
  source: "Royal Mail, PAF Programmers' Guide: forms and position letters (DOMAIN.md 5.3)",
  see: byPattern(
    /\b(?:GIR ?0AA|(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[ABCDEFGHJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY])[ \u00a0]{0,2}\d[ABD-HJLNP-UW-Z]{2})\b/gi,
  ),
  flags: [
    "M1 1AA",
    "M60 1NW",
    "W1A 1HQ",
    "CR2 6XH",
    "DN55 1PT",
    "EC1A 1BB",
    "SW1A 1AA",
    "GIR 0AA",
    "EC1A1BB",
  ],
  passes: ["QA1 1AA", "VA1 1AA", "XA1 1AA", "M1 1CA", "M1 1AI", "1A1 1AA", "ABCM11AADEF"],
};

export const phone: Recogniser<"phone"> = {
  name: "phone",
  kind: "phone",
  source: "Ofcom, National Telephone Numbering Plan; DOMAIN.md 5.4",
  see: byPattern(
    /(?:\+44|\b0044|\b0|\(0)[ ]?(?:\(0\)[ ]?)?(?:7[1-57-9]\d{2}|1\d{2,4}|2\d{1,3}|3\d{2}|8\d{2})\)?[ -]?\d{3,4}[ -]?\d{3,4}\b/g,
    ({ words, before }) => {
      const digits = words
        .replace(/\(0\)/, "")
        .replace(/\D/g, "")
        .replace(/^(?:0044|44|0)/, "");
      return (digits.length === 9 || digits.length === 10) && !/[\d-]$/.test(before);
    },
  ),
  flags: [
    "07700 900123",
    "020 7946 0018",
    "+44 (0)20 7946 0018",
    "01632 960123",
    "0808 157 0000",
    "(01632) 960123",
  ],
  passes: ["999 000 0018", "12/03/1961", "0123", "4929 1234 5678 9012"],
};

export const email: Recogniser<"email"> = {
  name: "email",
  kind: "address",
  source: "RFC 5322, the plain form of an address",
  see: byPattern(/\b[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}\b/g),
  flags: ["ada.moss@mail.example", "to: ada@a-b.example.org"],
  passes: ["@handle", "a at b", "user@"],
};

export const address: Recogniser<"address"> = {
  name: "address",
  kind: "address",
  source: "Royal Mail: house number, thoroughfare, descriptor",
  see: byPattern(
    /\b\d{1,4}[A-Za-z]?,? (?:[A-Z][a-z'\u2019]{1,20} ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Court|Gardens|Terrace|Grove|Way|Place|Square|Hill|Park|Mews|Row|Rd|St|Ave)\b/g,
  ),
  flags: ["14 High Street", "2b, Old Mill Lane"],
  passes: ["High Street", "14 patients on the road", "3 Way"],
};
