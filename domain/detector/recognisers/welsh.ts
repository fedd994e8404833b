import { byPattern, type Recogniser } from "../recogniser.ts";

export const welshCare: Recogniser<"welsh-care"> = {
  name: "welsh-care",
  kind: "letter",
  source: "Letters of NHS Wales and of clinics in Welsh (BydTermCymru; custom)",
  see: byPattern(
    /(?:\b(?:apwyntiad(?:au)?|eich (?:triniaeth|canlyniadau|prawf|meddyg teulu|meddyginiaeth|atgyfeiriad)|ffisiotherapi|atgyfeirio|cleifion allanol|rhif (?:gig|y claf|ysbyty|claf)|dyddiad geni|enw(?:'r|\u2019r| y)? claf|nyrs|meddyg|deintydd|dannedd|dant|pelydr-x|canlyniad(?:au)? (?:prawf|pelydr|gwaed)|profion gwaed|llawdriniaeth|meddyginiaeth|pen-glin|ysgwydd|clefyd|symptomau|poen(?:au)?|brechiad|brechlyn|wlser|sgan|clinig)\b|(?:^|\n)[ \t]{0,8}(?:Annwyl|Yn gywir|Yr eiddoch yn gywir)\b)/gi,
  ),
  flags: ["Annwyl Mrs Moss", "Mae eich apwyntiad ar", "Yn gywir", "Dyddiad geni: 12/03/1961"],
  passes: ["the appointment", "Wales and its hospitals", "enwog"],
};
