/**
 * Words by which a control of a clinical system says that it sends something by e-mail or shares it. Each is compared with
 * the whole of a name, so that what only speaks of e-mail (an address, a template, a tab of messages) is none. `email` stands
 * for every way to write it.
 */
interface MailWords {
  readonly language: string;
  /** It says what is sent, to whom or how: sure wherever it stands. */
  readonly sure: readonly string[];
  /** So short that it is one only as a button on an open record. */
  readonly short: readonly string[];
}

const some = "(?:\\S+ ){0,3}";
const many = "(?:the |this |these |an? |all |selected |your |my |new )*";
const thing = `${many}(?:letter|document|file|attachment|report|result|record|note|treatment note|clinical note|form|invoice|receipt|statement|estimate|quote|summary|referral|certificate|prescription|chart|image|scan|x-ray|study|plan|programme|program|pdf|copy|copies|it|them)(?:s|es)?`;
const whom = `${many}(?:patient|client|contact|gp|doctor|practitioner|referrer|referring doctor|specialist|consultant|insurer|solicitor|lawyer|employer|family|parent|carer|guardian|next of kin|recipient|third party|payer|other|someone|somebody|people)s?`;
const rest = "(?: (?:to|with|for|as|and|by|via|from|through) .{1,60})?";
const by = (words: string): string => `(?: .{1,40})? ${words}(?: .{1,40})?`;

export const mailWords: readonly MailWords[] = [
  {
    language: "en",
    sure: [
      `(?:re-?)?(?:send|share|forward)${by("(?:by|via|as|in|through|using|over) (?:an? |secure )*email")}`,
      `(?:re-?)?email (?:${thing}|${whom})${rest}`,
      `(?:share|forward) ${thing}${rest}`,
      `(?:send|share|forward)(?: ${thing})? (?:to|with) (?:${whom})`,
      "send to (?:an? )?email",
    ],
    short: [
      `(?:re-?)?(?:send|write|compose|new|create|start) (?:an? |new |this |the )*email${rest}`,
      "email(?: (?:now|to))?",
      "send to",
      "share(?: (?:with|to|via))?",
      "send (?:the |this )?(?:letter|document|file|attachment|report|results?|record|notes?|referral|summary)s?",
    ],
  },
  {
    language: "cy",
    sure: [
      `anfon${by("(?:drwy|trwy|dros|mewn|ar|fel) (?:e-?bost|email)")}`,
      "e-?bostio .{1,40}",
      "rhannu (?:gyda|â) .{1,40}",
    ],
    short: ["e-?bost", "e-?bostio", "anfon e-?bost", "rhannu"],
  },
  {
    language: "ga",
    sure: [`seol${by("(?:trí|le|i) ?ríomhphost")}`, "comhroinn le .{1,40}"],
    short: ["seol ríomhphost", "ríomhphost", "comhroinn"],
  },
  {
    language: "de",
    sure: [
      `${some}(?:per|via|als) email (?:senden|versenden|verschicken|schicken|teilen)`,
      "teilen mit .{1,40}",
    ],
    short: ["email (?:senden|schreiben|verfassen|verschicken)", "mailen", "teilen"],
  },
  {
    language: "fr",
    sure: [
      `envoyer${by("(?:par|via) (?:email|mail|courriel|courrier électronique|mél)")}`,
      "partager avec .{1,40}",
    ],
    short: ["envoyer (?:un |l['’])?(?:email|mail|courriel)", "partager"],
  },
  {
    language: "es",
    sure: [`enviar${by("(?:por|vía) (?:email|mail|correo(?: electrónico)?)")}`, "compartir con .{1,40}"],
    short: ["enviar (?:un )?(?:email|mail|correo(?: electrónico)?)", "compartir"],
  },
  {
    language: "it",
    sure: [
      `invia(?:re)?${by("(?:per|via|tramite) (?:email|mail|posta elettronica)")}`,
      "condividi con .{1,40}",
    ],
    short: ["invia(?:re)? (?:un['’]|una )?(?:email|mail)", "condividi"],
  },
  {
    language: "pt",
    sure: [
      `enviar${by("(?:por|via) (?:email|correio (?:eletrônico|eletrónico|electrónico))")}`,
      "(?:partilhar|compartilhar) com .{1,40}",
    ],
    short: ["enviar (?:um )?email", "partilhar", "compartilhar"],
  },
  {
    language: "pl",
    sure: [
      `wyślij${by("(?:emailem|mailem|pocztą elektroniczną|przez email|na email)")}`,
      "udostępnij (?:pacjentowi|lekarzowi) ?.{0,40}",
    ],
    short: ["wyślij (?:email|mail|wiadomość email)", "udostępnij"],
  },
  {
    language: "ro",
    sure: [`trimite${by("(?:prin|pe|la) (?:email|mail)")}`, "(?:partajează|distribuie) cu .{1,40}"],
    short: ["trimite (?:un )?(?:email|mail)", "partajează", "distribuie"],
  },
  {
    language: "nl",
    sure: [
      `${some}(?:per|via|als) (?:email|mail) (?:versturen|verzenden|sturen|delen)`,
      `(?:verstuur|verzend|stuur)${by("(?:per|via) (?:email|mail)")}`,
      "delen met .{1,40}",
    ],
    short: ["email (?:versturen|verzenden|sturen|schrijven)", "(?:email|mail)en", "delen"],
  },
  {
    language: "uk",
    sure: [`надіслати${by("(?:електронною поштою|на email|на пошту)")}`],
    short: ["надіслати (?:лист|email)", "поділитися"],
  },
];
