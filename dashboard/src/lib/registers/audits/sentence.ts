import type { AuditCounts } from "#domain/registers/audits/question";

const are = (n: number, what: string): string => (n === 1 ? `One ${what} is` : `${n} ${what}s are`);

/** "One audit is late. 2 audits are being done. 4 findings are open, one of them past its day." */
export function auditsSentence({ inUse, late, open, findings, findingsLate }: AuditCounts): string {
  if (inUse === 0) return "Nothing is planned yet. The templates propose what to look at, and how often.";
  const said = [
    late > 0 ? `${are(late, "audit")} late.` : "No audit is late.",
    open > 0 ? `${are(open, "audit")} being done.` : "",
    findings > 0
      ? `${are(findings, "finding")} open${findingsLate > 0 ? `, ${findingsLate} of them past ${findingsLate === 1 ? "its" : "their"} day` : ""}.`
      : "No finding is open.",
  ];
  return said.filter(Boolean).join(" ");
}
