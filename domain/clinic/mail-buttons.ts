/** Buttons of a clinical system that send something by e-mail, as a clinic approves them. */

/** At most so many for one host, and on all hosts together: a clinic approves the few that it uses. */
export const mailButtonsMost = { ofSite: 8, inAll: 40 } as const;
/** Characters of a label. */
export const buttonLongest = 60;
