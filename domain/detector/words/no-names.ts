import { wordList } from "./word-list.ts";

/** Words that make what stands before them a place, a house or a thing: Victoria Road, Florence Nightingale Ward. */
const after = `
  academy accident act agency alert ambulance app application approach arms association authority avenue bank bar bay beach board
  book bookshop bridge building buildings bungalow bureau bus business cafe care castle cathedral center centre chambers charity chemist
  chemists church city clinic clinics close club coast code college commission commissioner committee common community company
  concern consultancy consulting corner cottage council county court crescent cross data day dental department desk device directorate dock docks
  drive drug drugs east education embankment end estate express fair farm festival fields file fire firm floor folder form foundation
  fund garage garden gardens gate grammar green group grove hall health healthcare heights hill hills hospice hospital hotel house
  housing hub industries inn infirmary institute insurance island islands journal junction justice kingdom laboratories laboratory lake lane library
  limited line lines lodge logistics ltd magistrates mail mall manor market meadow meadows medical mews mill mine mobile model mount
  museum network north nursery office opticians organisation outpatients park parade partners partnership partnerships pavilion pharmacy physio
  physiotherapy pier place plaza plc point police pool port portal practice press primary prison programme project protocol pub quay
  radio railway reach regiment region register research rest retreat ridge river road room row royal sanctuary scale school science sciences
  secondary services service shop site software society solicitors solutions south spa square stadium station store stores street studio studios suite
  supplies support surgeries surgery syndrome system systems team technologies technology terrace test theatre theory therapies therapy tower
  towers town trading training transport trust union unit university utilities vale valley view villa village wales walk ward
  wards way wednesday wellbeing west wharf wing wood woods works yard
  ysbyty heol ffordd stryd clinig meddygfa canolfan hosting`;

/**
 * Words that stand with a capital letter and are no part of a name: what begins a sentence, days and months, what a clinic
 * has and does, systems and bodies.
 */
const others = `
  a about access accident account accounts action actions active add added admin administrator adult advice after again agreed all also although always
  an analysis and annual another answer any apologies apologised appendix appointment appointments approved april are area arrived as ask asked asking assessment assistant
  at attached attachment attempt attempts audit august autumn away
  back backup bacs badge bank because been before began being below between bin blood blue both box branch breach british browser bupa but by
  cabinet caldicott call called calls can cancelled card case cases cctv centre chair change changed chapter charity chart check checked chief child children christmas chrome chronic claimed
  clear client clients clinical clinician clinicians cliniko clock closed collect collected colleague colleagues coming commissioner complaint complaints
  computer concern confidentiality confirmed consent consultant contact contacted contract control copied copy could counsellor cover covering cqc cyber
  daily data date day days dear december deleted delivered delivery dentist deputy desk details device diary did director discharge discussed do doctor
  dob document documents does done door dorset download downloads dpo draft dropbox due during duty
  each early easter edge either email emailed emails emergency encrypted england english enter entered envelope equipment error escalated europe european evening every everyone everything excel except
  exchange explained external extra facebook failed family fax faxed february fell file files filing final finance finished first firefox folder folders follow followed following for form forms found four
  fresh friday friend friends from front full further future gave general give given gmail go good google got great guardian had half hand handed handover happened harbour hard has have having he
  head health help helpline her here high him his history hiw hold holiday home hospital hour hours house how however human
  i if important in inbound inbox incident incidents incoming infection information informed inside inspector instead insurance insurer internal internet into invoice invoices ireland irish is it item its
  january job july june just keep kept key keys know label lady land laptop last late later laundry law lead leaflet leaflets learning left legal less let letter letters level like line linked list listed lists local lock locked log
  london lost low lunch made mail mailbox main make manager managers many map march master matron may me meeting memory memo message messages microsoft midday middle might minor minutes missing misuse mobile
  monday monitor month monthly more morning most moved much must my name names national near need needs network never new next nhs night no nobody none noon norfolk north northern not note noted notes nothing notice noticed notified notify nor
  november now number numbers nurse nurses nursing october of off office officer offline old on once one online only open opened operations or orchard order orthanc other our out outbound outlook outpatient outside over own owner
  pack page pages paper paperwork papers parcel parent parents parking part partner parts password patient patients pay payment payroll pdf people per period permission person personal pharmacist phone phoned photo photos physio
  physiotherapist pilot plan please podiatrist policies policy poor portal post postal poster posts power powerpoint practice practitioner prepared prescription prescriptions press primary printed printer printers prior priority private procedure
  process project protection protocol proof public put quarter quarterly question questions quick quite rang read ready reason received recent reception receptionist recipient record recorded records recovery red referral referrals reference refused regarding regional register regulation
  regulator reminder reminded remote removed reply replied report reported reporter reports request requested reset resolved result results return returned review reviewed rights ring risk role room rota round roundcube royal rule rules said same
  saturday saved saw scan scanned scanner scans schedule school scotland scottish screen search second secondary secretary secure security see seen self send senior sent september server set several shall share shared sharepoint she sheet should shredder sign signed since
  sister site six skype slip slips small so social software some somebody someone something soon sorry south southern speak specialist specimen spoke spreadsheet staff standard start started state statement still stopped stored street student students such summary summer sunday supervisor supplier suppliers surgery
  switchboard system systems table take taken talk teaching team teams tech telephone temp temporary ten text thank thanks that the their them then there therapist these they thing this those though three through thursday time times title to today together told tomorrow tonight too took top training transfer triage
  trust try tuesday two uk under united until unsure up update updated upload uploaded upper urgent usb use used user users using usual vaccine van version very via video visit visitor visitors voicemail volunteer waiting wales warning was waste watch we website webmail wednesday week weekend weekly weeks welcome welsh
  went were west western what whatsapp when where which while who whole whose why will windows winter wireless with within without witness word work worked worker working workers would wrong wrote xray x-ray year years yellow yes yesterday yet you young your yours zoom
  information commission inspectorate quality improvement healthcare rqia ico his gmc nmc hcpc gphc dspt gdpr apple android bluetooth adobe acrobat zip tm3 pabau nookal bahmni openmrs openemr`;

/** See `after`. */
export const placeWords = wordList(after);

/** See `others`, with the words that make a place. */
export const noNames = wordList(others, after);

/** Surnames that a sentence in small letters holds as plain words. */
export const plainWords = wordList(`
  an ball banks barber bass beck bell best bird bishop black bloom bolt bond booth bowl bright bridges brewer brooks brown bull burns bush butcher
  butler cannon carpenter carr chambers chandler chang church clark coal cook cooper cotton cox cross dale dam das day dean draw drew drake dyer edge english
  example fender field fields finch fisher flowers ford forest forster fox frank franks freeman french frost fry gamble gardener garner garrett gill glover goddard gold good
  gordon gough grace grant graves gray green grove guest gough hall ham hammond hardy harper hart hay hayes head heath held hicks hill hobbs hodge
  holder holes holt hood hope hopper horn hound howe hunt hunter hurst in kay kemp key king kirk kiss knight lake lamb lane last law le leach lee
  lever light lim lin little lock long lord love low lynch mace maker man manning march mark marks marsh martin mason may meadow mercy miles
  mill miller mills mole monk moody moon moss mo nash neal new newly no noble norm norman north oakes ong page palmer park parker parks parrot
  part patch paul peck pen pence perry piper pitt plant pollard pool poole pope porter potter power powers pratt price prince pro quick ray raw read
  rice rich ridge ring rose ross row rowing roy sage sample sanders savage sawyer sharp sheep shields short shows silver slate small smart
  sole song sparks speed spence spring stage stark steel stone stoke storey stout strong sun sutton swan swift tab talbot tall tan tang tanner
  tate taylor temple tiler tower travel travis tucker turner tyler underwood vale valentine vance wade walker wall walls wan ward warner
  warren waters watt way weaver webb weeks well wells west weston wheeler white wild wilde will winter winters wise wolf wolfe wood woods wright
  yates you young sen dang costa kang popa raja imam jama rana lau sall chan jain yip ho he ma so do hu wu yu li lo`);
