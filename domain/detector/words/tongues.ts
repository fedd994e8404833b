/**
 * What letters of care say in the languages that clinics of the United Kingdom write to patients in besides English: the ten
 * that interpreters are asked for most, and those of Wales and of newer communities. Written from general knowledge of each
 * language; single words and beginnings of words that are no English ones.
 */

/** Words for a visit, a treatment, an illness, in Latin letters: as whole words, endings allowed by `\w*`. */
export const latinCare: readonly string[] = [
  // Polish
  "wizyt\\w*|lekarz\\w*|fizjoterap\\w*|lecz(?:y|enie|enia|eniu)|badani[aeu]\\w*|wynik(?:i|ów|ami)|leków|leki|rezonans\\w*|kręgosłup\\w*|kolan\\w*|ból|bólu|nadciśnieni\\w*|cukrzyc\\w*|pacjent\\w*|zabieg\\w*|operacj\\w*|skierowani\\w*|przychodni\\w*|recept(?:a|ę|y)",
  // Romanian
  "programar\\w*|medic(?:ul|ului)|tratament(?:ul|ului)?|analize(?:lor|le)?|re[țt]eta|genunchi\\w*|dureri?l?e?|pacient\\w*|opera[țt]i(?:e|a|ei)|consulta[țt]i(?:a|ei|e|ile)|spital\\w*|kinetoterap\\w*",
  // Portuguese, Spanish
  "(?:su|sua|a) consulta|consulta (?:de|médica)|fisioterap\\w*|médic[oa]s?|medica(?:ção|ción)|medicamentos|tratamiento|tratamento|coluna|paciente|utente|rece(?:ita|ta) médica|cirurgia|cirugía|rodilla|joelho|exames|análises|su cita",
  // Italian, French
  "appuntamento|visita medica|paziente|ginocchio|dolore|farmaci|esami|votre rendez-vous|médecin|ordonnance|genou|douleurs?|traitement",
  // Turkish
  "randevu\\w*|hasta(?:nın|mız|ya|nız|lığı)|tedavi\\w*|ilaç\\w*|ilaçlar\\w*|doktorunuz|ağrı\\w*|ameliyat\\w*|tahlil\\w*|muayene\\w*",
  // Somali, Lithuanian
  "ballan(?:ta|taada)|dhakhtar\\w*|daaw(?:o|ada|ooyin)\\w*|xanuun\\w*|gydytoj\\w*|vizit(?:as|ą|ui)|gydym\\w*|skausm\\w*",
  // Welsh
  "apwyntiad\\w*|triniaeth\\w*|ffisiotherap\\w*|pen-?glin|poen|ysgwydd|cleifion|claf|meddyginiaeth\\w*|meddyg teulu|ysbyty|clinig|trin eich|canlyniadau|sesiwn|gwrthfiotig\\w*|ocsigen|niwmonia|arennau|tabledi|stumog|endosgop\\w*|llawdriniaeth\\w*|chwistrell\\w*|pwysedd gwaed|profion gwaed|ysgyfaint|haint|pigiad\\w*|archwili\\w*|chwydd\\w*|canser|anadl\\w*|pelydr-x",
];

/** The same in other scripts; the beginning of a word is enough. */
export const otherCare: readonly string[] = [
  // Arabic, Persian, Urdu
  "موعد|عيادة|العيادة|علاج|مريض|طبيب|الطبيب|آلام|تحاليل|التحاليل|ضغط الدم|التهاب|دواء|أدوية|المضاد|مستشفى|اپائنٹمنٹ|ڈاکٹر|دوائی|مریض|ٹیسٹ|ایکسرے|گھٹن|درد|ہسپتال|شوگر|نتائج|نوبت|پزشک|درمان|بیمار",
  // Gujarati, Panjabi, Hindi, Bengali, Tamil
  "એપોઇન્ટમેન્ટ|દવા|સારવાર|દુખાવ|દર્દી|ડૉક્ટર|તપાસ|ઘૂંટણ|મુલાકાત|ડાયાબિટીસ|ਮੁਲਾਕਾਤ|ਅਪੌਇੰਟਮੈਂਟ|ਦਵਾ|ਇਲਾਜ|ਮਰੀਜ਼|ਡਾਕਟਰ|ਦਰਦ|ਟੈਸਟ|अपॉइंटमेंट|दवा|इलाज|मरीज|डॉक्टर|दर्द|जाँच|जांच|उपचार|रोगी|অ্যাপয়েন্টমেন্ট|ওষুধ|চিকিৎসা|রোগী|ডাক্তার|ব্যথা|পরীক্ষা|சந்திப்பு|மருந்து|சிகிச்சை|நோயாளி|மருத்துவர்|வலி",
  // Ukrainian, Russian, Bulgarian
  "прийом|лікар|лікуванн|аналіз|біль|болі|пацієнт|ліки|операці|врач|лечени|анализ|пациент|лекарств|лекар|преглед|кабінет|обстеженн",
  // Chinese
  "预约|預約|治疗|治療|病人|患者|医生|醫生|药物|藥物|疼痛|检查|檢查|诊所|診所|复诊|覆診",
];

/** What stands before a day of birth. */
export const birthLabels =
  "data urodzenia|urodzon[ya]|\\bur\\.|data na[șş]terii|data nasterii|n[ăa]scut[ăa]? (?:la|[îi]n|pe)|data de nascimento|nascid[oa](?: a| em)?|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|date de naissance|\\bnée? le|do[ğg]um tarihi|gimimo data|taariikhda dhalashada|dyddiad geni|تاريخ الميلاد|مواليد|تاریخ پیدائش|پیدائش|تاریخ تولد|જન્મ ?તારીખ|જ\\. ?તા\\.|ਜਨਮ ਮਿਤੀ|ਜਨਮ ਤਾਰੀਖ|जन्म ?तिथि|जन्म की तारीख|जन्म तारीख|জন্ম ?তারিখ|பிறந்த தேதி|дата народження|дата рождения|дата на раждане|народжен(?:ий|а)|出生日期|生日";

/** What stands before a person's name where letters are Latin: how one is addressed, or a label of a patient. */
export const latinTitles =
  "Szanown[ay] Pani?e?|Pan(?:i|ie|em|u|a)?|pan(?:i|em|a)?|Dotyczy:? (?:pan[ai]? )?|Pacjent(?:ka|a|ki)?:?|Imi[ęe] i nazwisko:|Stimat[ăe] (?:doamn[ăa]|domnule)|(?:doamn[aăe]i?|domnul(?:ui)?|Doamn[aă]|Domnul)|Pacient[ăa]?:|Nume(?:le)?:|Exm[oa]\\.? (?:Sr\\.?ª?|Sra\\.?|Senhora?)|Senhora?|Señora?|Estimad[oa] (?:Sra?\\.? )?|Paciente:?|Utente:?|Gentile (?:Sig\\.?(?:ra|na)?|Signora?)|Madame|Monsieur|Sayın|Hasta(?:nın)? ad[ıi](?: soyad[ıi])?:|Annwyl|Helo|Gerbiam(?:as|a)";

/** The same in other scripts. */
export const otherTitles =
  "السيدة|السيد|الآنسة|الأستاذة|الأستاذ|اسم المريضة|اسم المريض|المريضة|المريض|محترمہ|محترم|جناب|مسز|مسٹر|مریض کا نام|نام بیمار|خانم|آقای|શ્રીમતી|શ્રી|દર્દીનું નામ|ਸ਼੍ਰੀਮਤੀ|ਸ਼੍ਰੀ|ਮਰੀਜ਼ ਦਾ ਨਾਮ|श्रीमती|श्री|रोगी का नाम|मरीज का नाम|জনাবা?|বেগম|রোগীর নাম|திருமதி|திரு|Шановний пане|Шановна пані|пане|пані|Уважаем(?:ый|ая)|Пацієнт(?:ка)?:|Пациент(?:ка)?:|ПІБ:|ФИО:|患者姓名|病人姓名|姓名";
