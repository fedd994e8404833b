/** What a list of patients may say in its columns; a name in two columns or in one. */
export const wanted = ["given", "surname", "full", "birthday", "number", "email"] as const;
export type Wanted = (typeof wanted)[number];

/** Place of each column in the file; -1 for none. */
export type Columns = Readonly<Record<Wanted, number>>;

export const columnWords: Readonly<Record<Wanted, string>> = {
  given: "First names",
  surname: "Surname",
  full: "Whole name, in one column",
  birthday: "Date of birth",
  number: "NHS, CHI or Health and Care number",
  email: "E-mail address",
};

const headings: Readonly<Record<Wanted, RegExp>> = {
  given: /^(?:first|given|fore)[ _-]?names?$|^forename\(s\)$/,
  surname: /^(?:last|family|sur)[ _-]?name$/,
  full: /^(?:(?:full|patient|client)[ _-]?)?name$/,
  birthday: /birth|^d\.?o\.?b\.?$/,
  number: /\bnhs\b|\bchi\b|h ?& ?c|health (?:and|&) care|^(?:nhs|chi|hc)_?(?:no|number)$/,
  email: /e-?mail/,
};

/** Which column is which, by what the first line calls them; a first name with a surname goes before a whole name. */
export function columnsIn(head: readonly string[]): Columns {
  const names = head.map((name) => name.trim().toLowerCase());
  const at = (one: Wanted): number => names.findIndex((name) => headings[one].test(name));
  const [given, surname] = [at("given"), at("surname")];
  const parted = given >= 0 && surname >= 0;
  return {
    given: parted ? given : -1,
    surname: parted ? surname : -1,
    full: parted ? -1 : at("full"),
    birthday: at("birthday"),
    number: at("number"),
    email: at("email"),
  };
}

/**
 * Why nothing could be made of these columns, as a sentence; '' where something can.
 */
export function lacking({ given, surname, full, birthday, number, email }: Columns): string {
  if (given >= 0 !== surname >= 0) return "Choose both first names and surname, or the whole name.";
  const named = given >= 0 || full >= 0;
  if (named && birthday < 0)
    return "A name alone is many people’s: choose the date of birth, or leave the name out.";
  if (!named && birthday >= 0) return "Choose the name that belongs to the date of birth.";
  return named || number >= 0 || email >= 0 ? "" : "Choose the columns that say who somebody is.";
}
