import { expect, test } from "vitest";
import { mailWords } from "#domain/sites/mail-words";
import { flatLabel, isApproved, mailsBy } from "../../../extension/records/mail-labels.ts";

test.each([
  "Email letter",
  "E-mail this document to the patient",
  "Email patient…",
  "Email invoice to patient",
  "Re-email receipt",
  "Send by email",
  "Send letter by e-mail",
  "SEND AS EMAIL",
  "Send letter via secure email to GP",
  "Share document",
  "Share with patient",
  "Share this record with the GP",
  "Forward letter to the insurer",
  "Send to GP",
  "Send to referring doctor",
  "✉ Email report",
  "Email letters (3)",
  "Anfon drwy e-bost",
  "Anfon y llythyr drwy e-bost",
  "Brief per E-Mail senden",
  "Envoyer la lettre par courriel",
  "Enviar por correo electrónico",
  "Invia tramite e-mail",
  "Enviar por e-mail",
  "Wyślij list e-mailem",
  "Trimite prin e-mail",
  "Per e-mail versturen",
  "Seol an litir trí ríomhphost",
])("%s: it says what it mails, to whom or how", (name) => expect(mailsBy(name)).toBe("sure"));

test.each([
  "Email",
  "E-mail",
  "E‑mail",
  "Email ▾",
  "Send email",
  "Compose email",
  "New e-mail",
  "Send to…",
  "Share",
  "Share with…",
  "Send report",
  "E-bost",
  "Teilen",
  "Partager",
  "Envoyer un e-mail",
  "Compartir",
  "Condividi",
  "Udostępnij",
  "Delen",
  "Comhroinn",
])("%s: too short to be sure of", (name) => expect(mailsBy(name)).toBe("short"));

test.each([
  "Email address",
  "E-mail address of the patient",
  "Emails",
  "Emails (12)",
  "Email settings",
  "Email templates",
  "Email preferences",
  "Email history",
  "Email notifications",
  "Email reminders",
  "Edit email",
  "Change email",
  "Copy email",
  "Copy email address",
  "Add email",
  "Verify email",
  "No email",
  "Emailed",
  "Mark as emailed",
  "Do not email",
  "Receives emails",
  "New email address",
  "Send SMS",
  "Send text message",
  "Send",
  "Send to printer",
  "Send to archive",
  "Send to bin",
  "Send to back",
  "Send to waiting list",
  "Send feedback",
  "Send reminder",
  "Send form",
  "Resend code",
  "Shared",
  "Share screen",
  "Share price",
  "Shareholders",
  "Forward",
  "Next",
  "Save",
  "Print letter",
  "Letters",
  "Patient",
  "Sign out",
  "E-bost y claf",
  "Cyfeiriad e-bost",
  "E-Mail-Adresse",
  "Adresse e-mail",
  "Dirección de correo",
  "Adres e-mail",
  "Teilnehmer",
  "Partages",
  "Sender",
  "Send it on paper to the patient",
  "",
])("%s: it only speaks of e-mail, or of something else", (name) => expect(mailsBy(name)).toBeUndefined());

test("each language says how it sends for sure, and how in short", () => {
  for (const { language, sure, short } of mailWords)
    expect([sure.length > 0, short.length > 0], language).toEqual([true, true]);
});

test("a longer text is no name of a button", () => {
  expect(mailsBy(`Email letter to ${"x".repeat(90)}`)).toBeUndefined();
});

test("a label is the same without its case, its signs and its spaces, and no other", () => {
  expect(flatLabel("  ✉  Email\n LETTER … ")).toBe("email letter");
  expect(isApproved(["Email letter"], ["email letter..."])).toBe(true);
  expect(isApproved(["Email letter to all"], ["Email letter"])).toBe(false);
  expect(isApproved(["Email letter"], [])).toBe(false);
});
