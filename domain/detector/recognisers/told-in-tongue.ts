import { byPattern, type Recogniser } from "../recogniser.ts";

/** Sections without any of these letters or words are in English: nobody looks further. */
const elsewhere =
  /[\u00c0-\u024f]|\b(?:paciente|niega|refiere|cafodd|gwelwyd|derbyniwyd|roedd|mae'n|zalec\w*|klagt|befund|patiente?)\b/i;
const seen = byPattern(
  /(?<![A-Za-z\u00c0-\u024f])(?:cafodd|derbyniwyd|gwelwyd|rhyddhawyd|cyfeiriwyd|mae(?:['\u2019]n| wedi) (?:cael|cwyno|teimlo|cymryd|colli|cerdded|well|waeth|ysmygu|dioddef)|y (?:claf|g\u0175r|wraig|ddynes|bachgen|ferch|plentyn) h(?:wn|on)|(?:ei|i['\u2019]w) (?:ferch|fab|wraig|gŵr|fam|dad|chwaer)|cytunwyd|adolygu (?:mewn|\d|ymhen)|dim (?:poen|gwaed|twymyn|alergedd\w*)|(?:niega|refiere|acude por|presenta (?:dolor|fiebre|cuadro)|paciente (?:masculin|femenin|de \d)|se (?:indica|solicita|prescribe|administra)|cita (?:en|de control)|exploraci[o\u00f3]n|antecedentes)|(?:queixa-se|nega (?:febre|alergias|dor)|medicad[oa] com|refere (?:dor|melhoria)|exame objetivo)|(?:zg\u0142osi\u0142a? si\u0119|pacjent\w* (?:lat|zg\u0142asza|skar\u017cy|przyj\u0119t)|skar\u017cy si\u0119|zalec(?:a si\u0119|ono|enia)|rozpoznani[ea]|wypisan[ya])|(?:se plaint|patiente? (?:de|\u00e2g\u00e9e?) |adress\u00e9e? pour|\u00e0 l['\u2019]examen|ant\u00e9c\u00e9dents)|(?:klagt \u00fcber|stellt sich vor|der patient|die patientin|befund|anamnese|diagnose:)|(?:se prezint\u0103|acuz\u0103|pacient\w* \u00een v\u00e2rst\u0103|diagnostic:|i s-a recomandat|a fost internat\u0103?)|(?:hastan\u0131n \u015fikayeti|muayenesinde|\u015fikayetiyle)|(?:\u0441\u043a\u0430\u0440\u0436\u0438\u0442\u044c\u0441\u044f|\u0441\u043a\u0430\u0440\u0433\u0438 \u043d\u0430|\u0436\u0430\u043b\u0443\u0435\u0442\u0441\u044f|\u0436\u0430\u043b\u043e\u0431\u044b \u043d\u0430|\u043f\u0440\u0438\u0437\u043d\u0430\u0447\u0435\u043d\u043e|\u043d\u0430\u0437\u043d\u0430\u0447\u0435\u043d\u043e|\u0434\u0456\u0430\u0433\u043d\u043e\u0437|\u0434\u0438\u0430\u0433\u043d\u043e\u0437))(?![A-Za-z\u00c0-\u024f])/gi,
);

/** One person's complaint, finding or treatment as letters and notes tell it in other languages than English. */
export const toldInTongue: Recogniser<"told-in-tongue"> = {
  name: "told-in-tongue",
  kind: "treatment-note",
  source:
    "Phrases of clinical notes in Welsh, Spanish, Portuguese, Polish, French, German, Romanian, Turkish, Ukrainian and Russian",
  *see(section) {
    if (elsewhere.test(section.text) || /[\u0400-\u04ff]/.test(section.text)) yield* seen(section);
  },
  flags: [
    "Derbyniwyd gyda niwmonia. Cafodd ocsigen.",
    "Niega fiebre. Se indica reposo.",
    "Pacjentka lat 54 zgłasza ból",
    "Patient de 62 ans adressé pour une toux",
    "скаржиться на біль",
  ],
  passes: [
    "the patient is here",
    "La consulta está cerrada",
    "Mae'r clinig ar gau",
    "Der Termin ist am Montag",
  ],
};
