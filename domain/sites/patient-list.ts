/** As which the list of the clinic's own patients stands among a browser's adapters, where it can't ask it, or asks an older one. */
export const patientList = "patient-list";
