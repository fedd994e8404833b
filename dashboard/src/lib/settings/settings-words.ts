/** How a column of the clinic is called within a sentence. */
export const labels: Readonly<Record<string, string>> = {
  name: "the name",
  nation: "where the clinic is",
  timeZone: "the time zone",
  regulator: "the regulator",
  leadTitle: "what you call the lead",
  lead: "who the lead is",
  deputyLead: "the deputy",
  mailDomains: "the clinic’s mail domains",
  approvedDomains: "the approved mail domains",
  approvedSystem: "the way patient documents go",
  sites: "the webmail and clinical systems",
  mailOverride: "whether a held document may be sent anyway",
  diskEncrypted: "whether the disk is encrypted",
};

/** The control that holds a column, for messages of the server. */
export const controls = {
  name: "name",
  nation: "nation",
  timeZone: "time-zone",
  regulator: "regulator",
  leadTitle: "lead-title",
  lead: "lead",
  deputyLead: "deputy",
  mailDomains: "mail-domains",
  approvedDomains: "approved-domains",
  approvedSystem: "approved-system",
  sites: "sites",
} as const;
