import { keepRules } from "./rules/index.ts";

/** Pages that can keep a sentence: those that a rule names, and what else shows whether something is kept. */
const further = ["/", "/browsers", "/people", "/my-record", "/trends", "/year"] as const;
export const keepingPages: ReadonlySet<string> = new Set([
  ...further,
  ...keepRules.flatMap(({ page }) => (page === undefined ? [] : [page])),
]);

/** What a page is called in a file, where the dashboard's own list is not at hand. */
export const pageWords: Readonly<Record<string, string>> = {
  "/": "Today",
  "/log": "Access log",
  "/mail": "Mail",
  "/incidents": "Incidents",
  "/incidents/register": "Register of breaches",
  "/desk": "Desk",
  "/review": "Weekly review",
  "/training": "Training",
  "/people": "People",
  "/browsers": "Browsers",
  "/notice": "Notice",
  "/settings": "Settings",
  "/law": "Law that applies",
  "/policy-map": "Policy map",
  "/cctv": "CCTV",
  "/retention": "Retention",
  "/audits": "Audits",
  "/suppliers": "Suppliers",
  "/requests": "Requests",
  "/sharing": "Sharing and consent",
  "/my-record": "My record",
  "/trends": "Trends",
  "/year": "Year at a glance",
};
