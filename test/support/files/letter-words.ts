import { fullName, type Patient, printedBirth, spacedNhs } from "../people.ts";

/** An invented clinic letter about a patient, paragraph by paragraph, as a physiotherapy clinic writes one. */
export function letterWords(patient: Patient): readonly string[] {
  return [
    "Harbour Aesthetics & Physio",
    "2 Quay Street, Saltmarsh",
    "19 November 2026",
    "To: Dr J. Penhaligon, North Quay Surgery",
    `Re: ${fullName(patient)}\nDate of birth: ${printedBirth(patient)}\nNHS number: ${spacedNhs(patient)}`,
    "Dear Dr Penhaligon,",
    `Thank you for referring ${fullName(patient)}, whom I saw in clinic today with pain in the left shoulder.`,
    "Diagnosis: subacromial impingement of the left shoulder.",
    "On examination abduction was painful between 70 and 110 degrees. Ultrasound of the shoulder showed bursitis without a tear.",
    "Plan: six sessions of physiotherapy and naproxen 250 mg twice a day for two weeks. I will review the patient in clinic in six weeks.",
    "Yours sincerely,",
    "Dr Amara Voss\nConsultant in musculoskeletal medicine",
  ];
}

/** A staff rota: dates, times and colleagues' first names, and nothing about a patient. */
export const rotaWords: readonly string[] = [
  "Rota for the week of 23 November 2026",
  "Monday: Lettie 08:00 to 16:00, Joss 12:00 to 20:00",
  "Tuesday: Joss 08:00 to 16:00, Lettie 12:00 to 20:00",
  "Wednesday: both from 09:00, team meeting at 13:00 in room 3",
  "Thursday: Lettie off, Maya at the front desk from 08:00",
  "The lift is out from 07:00 to 09:30 on Monday. Please order gloves by noon on Friday.",
];
