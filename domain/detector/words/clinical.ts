import type { FindingKind } from "../verdict.ts";
import { moreClinical, moreMedicines, moreTests } from "./clinic-talk.ts";

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names of conditions, as they stand in letters and notes; single words in small letters. */
export const conditions = words(`
  asthma copd diabetes diabetic hypertension hypertensive hypotension arthritis osteoarthritis osteoporosis osteopenia
  fracture fractured tendinopathy tendinitis tendonitis bursitis sciatica radiculopathy stenosis scoliosis spondylosis
  spondylolisthesis impingement sprain tear ruptured meniscal plantar fasciitis epicondylitis capsulitis effusion oedema
  edema cellulitis eczema psoriasis dermatitis rosacea acne melasma keratosis carcinoma melanoma lymphoma leukaemia
  leukemia metastasis metastases tumour tumor malignancy neoplasm anaemia anemia epilepsy seizure seizures migraine stroke
  ischaemia ischemia infarction angina arrhythmia fibrillation tachycardia bradycardia pneumonia bronchitis bronchiolitis
  tuberculosis sepsis pyelonephritis uti cystitis gastritis gastroenteritis colitis crohn coeliac appendicitis
  cholecystitis pancreatitis hepatitis cirrhosis hernia haemorrhoids diverticulitis hypothyroidism hyperthyroidism
  hyperlipidaemia hyperlipidemia obesity depression anxiety schizophrenia bipolar dementia alzheimer parkinson neuropathy
  neuralgia vertigo tinnitus otitis tonsillitis pharyngitis sinusitis rhinitis conjunctivitis cataract glaucoma
  retinopathy thrombosis embolism embolus dvt varicose ulcer haematoma hematoma abscess endometriosis fibroids
  pre-eclampsia miscarriage menopause incontinence scabies shingles herpes`);

/** Names of medicines, and what their names end in (INN stems, WHO 2018). */
export const medicines = words(`
  paracetamol ibuprofen naproxen diclofenac aspirin codeine tramadol morphine oxycodone fentanyl gabapentin pregabalin
  amitriptyline sertraline fluoxetine citalopram mirtazapine metformin gliclazide insulin levothyroxine prednisolone
  prednisone dexamethasone hydrocortisone betamethasone methotrexate warfarin apixaban rivaroxaban clopidogrel heparin
  enoxaparin furosemide bendroflumethiazide spironolactone digoxin amiodarone salbutamol albuterol beclometasone
  fluticasone tiotropium montelukast cetirizine loratadine nitrofurantoin trimethoprim flucloxacillin doxycycline
  lymecycline isotretinoin tretinoin botulinum botox dysport azzalure lidocaine triamcinolone hyaluronic allopurinol
  colchicine folic ferrous ramipril amlodipine lansoprazole emollient co-codamol co-amoxiclav tylenol zofran lasix`);
export const medicineEndings =
  /(?:olol|pril|sartan|statin|prazole|cillin|mycin|floxacin|gliptin|gliflozin|dipine|triptan|setron|azepam|conazole|tidine|caine|oxaban|lukast)$/;

/** What names of conditions, findings, operations and further medicines end in (Greek and Latin word forms; INN stems). */
export const clinicalEndings =
  /(?:itis|[^n]osis|ectomy|[^n]otomy|ostomy|oscop(?:y|ic)|a?emia|uria|algia|[^m]pathic|opathy|[nctdl]oma|phoma|megaly|penia|rrho?ea|plegia|paresis|sclerosis|ertrophy|dynia|phasia|pnoea|pnea|centesis|desis|pexy|ectasi[as]|o?edema|cele|oplasty|tomography|angiogra(?:m|phy)|[iy]mab|tinib|parin|terol|[iy]sone|olone|idone|zepine|oxetine|azole|cycline|profen|coxib|dronate|vudine|ciclovir|sulfa\w{0,8}|tropium|barbital)$/;

/** Tests and what is measured in them. */
export const tests = words(`
  haemoglobin hemoglobin hba1c creatinine egfr bilirubin albumin globulin ferritin potassium sodium urea bicarbonate
  triglycerides cholesterol hdl ldl tsh psa crp esr wbc wcc rbc mcv mch mchc platelets neutrophils lymphocytes monocytes
  eosinophils basophils haematocrit hematocrit troponin bnp inr alt ast alp ggt urinalysis biopsy histology cytology
  ultrasound mri x-ray xray radiograph ecg ekg echocardiogram spirometry endoscopy colonoscopy mammogram angiogram
  electrolytes glucose`);

/** What staff write in notes and letters about an examination, a plan and how somebody feels. */
export const noteWords = words(`
  tenderness palpation flexion extension abduction rotation dorsiflexion bilateral bilaterally unilateral anterior
  posterior lateral medial lumbar cervical thoracic proximal distal afebrile auscultation murmur crepitus swelling
  erythema nausea vomiting dyspnoea dyspnea palpitations diarrhoea diarrhea dizziness numbness paraesthesia analgesia
  asymptomatic symptomatic worsening radiating denies pmh pmhx nkda sob hx pt pts dx rx tx sx dhx fhx prn tds qds
  ambulating prognosis comorbidities discharged admitted referred`);

/** What people complain of and where, as notes of general practice, physiotherapy, podiatry and aesthetics have it. */
export const complaints = words(`
  cough sputum phlegm wheeze wheezing wheezy breathlessness breathless dyspnea haemoptysis hemoptysis haematuria hematuria
  dysuria polyuria nocturia incontinence constipated constipation bloating reflux heartburn dysphagia melaena
  fever fevers feverish rigors sweats fatigue lethargy malaise headache headaches photophobia dizzy
  lightheaded syncope faint blackout blurred tingling weakness spasm spasms stiffness ache aching
  throbbing cramping soreness sore bruising bruised rash itchy itching urticaria blister lesion lesions papule
  papules pustules scaly menorrhagia dysmenorrhoea amenorrhoea miscarriage contraception menopause
  insomnia anhedonia suicidal self-harm tearful snoring coryzal rhinorrhoea earache hoarse
  radiates radiation aggravating easing antalgic weightbearing
  nonsmoker smoker pack-year allergies allergic intolerant
  knee hip shoulder elbow wrist ankle hamstring quadriceps calf achilles patella patellar patellofemoral meniscus rotator
  supraspinatus infraspinatus subscapularis acromioclavicular sacroiliac piriformis glute gluteal adductor
  trapezius sternocleidomastoid levator masseter frontalis glabella glabellar nasolabial marionette perioral
  smear cervix hallux avulsion phenol sacrum bedbound blanching tonsils nebs nebulised fetal foetal cephalic fundus
  callus debrided monofilament pulses palpable footwear anaphylaxis epipen prescribed hemiarthroplasty mobilising mobilizing enoxaparin clexane
  hyoid olecranon humerus femur femoral tibia tibial fibula fibular metatarsal metacarpal phalanx calcaneus scaphoid
  clavicle scapula scapular ribs sternum vertebra vertebral coccyx dermatomes dermatome myotomes myotome reflexes
  babinski lachman mcmurray hawkins neer phalen tinel spurling faber fadir thompson simmonds trendelenburg
  mobilisation mobilisations mobilization manipulation theraband isometric eccentric proprioception orthotic
  cannula syringe botulinum hyaluronic juvederm restylane azzalure bocouture units/ml ptosis oedematous
  abdomen abdominal epigastric suprapubic iliac inguinal pelvic bowel bladder renal hepatic cardiac pulmonary
  respiratory chest lungs distended distension tachycardic tachypnoea pyrexia pyrexial hypoxia
  normocephalic atraumatic nontender orientated nystagmus dysarthria hemiparesis
  postoperative postop preoperative preop laceration sutures wound dressing dressings catheter intubated
  trimester gestation antenatal postnatal fundal gravida
  metformin insulin thyroxine levothyroxine ventolin clenil salbutamol pred prednisolone microgynon amoxicillin penicillin
  flucloxacillin doxycycline nitrofurantoin trimethoprim co-codamol codeine tramadol morphine oxycodone amitriptyline
  nortriptyline sertraline citalopram fluoxetine mirtazapine diazepam zopiclone omeprazole gaviscon senna laxido
  apixaban rivaroxaban warfarin clopidogrel aspirin furosemide spironolactone doxazosin losartan tamsulosin
  cetirizine loratadine fexofenadine steroid emollients cetraben betnovate hydrocortisone antihistamine antihistamines
  antibiotic antibiotics paracetamol naproxen diclofenac pregabalin gabapentin methotrexate sulfasalazine tylenol advil lipitor
  labyrinthitis hayfever eczema gout bunion tendonitis sciatic whiplash concussion cva tia nstemi stemi pid sti ibs ibd
  migraines croup chickenpox shingles cellulitic abscess folliculitis hyperpigmentation actinic basal squamous
  gallstones pancreatitis diverticulosis haemorrhage hemorrhage infarct ischaemic ischemic stenotic occlusion aneurysm`);

/** Words of dentists, podiatrists, dietitians, therapists, opticians, midwives, theatres, wards and care homes. */
export const ofOtherClinics = words(`
  caries carious cusp occlusal mesial distal buccal lingual palatal periapical pulpitis pulpal amalgam  onlay veneer periodontal
  periodontitis gingivitis gingival  calculus  bruxism overjet overbite malocclusion edentulous denture dentures  premolar
  incisor     radiograph bitewing lidocaine articaine scandonest citanest
  onychomycosis onychocryptosis hallux matrixectomy phenolisation   verruca verrucae  maceration macerated slough sloughy
  exudate granulating granulation  venous  doppler biphasic triphasic debridement offloading charcot cavilon inadine melolin
  aquacel zetuvit tubegauze urgotul allevyn mepilex
  malnutrition malnourished fortisip    kcal dietetic coeliac  fodmap lactose enteral gastrostomy
   dysphagia dysphasia aphasia dyspraxia dysfluency stammer stammering thickened   pureed minced  phonology
   videofluoroscopy swallow swallowing
  mobilises mobilised  zimmer   hoisted       cognitive
  astigmatism myopia hypermetropia presbyopia  macular subretinal drusen cataracts retina retinal fundus intraocular glaucomatous
  sensorineural  tympanometry audiogram otoscopy cerumen microsuction
     cephalic breech liquor meconium episiotomy perineum perineal lochia fundus postpartum caesarean
   epidural anaesthetic anaesthesia tourniquet   prosthesis arthroplasty arthroscopy haemostasis 
   bedbound  sacral repositioned  catheterised   agitated 
    prolapse facet   foraminal marrow oedema osteophyte osteophytes effusion tendon bursa bursal subluxed
    fracture  undisplaced comminuted   callus lucency opacification 
  ptsd   flashbacks nightmares dissociation rumination  hypervigilance  agoraphobia ocd anorexia bulimia
  psychosis psychotic hallucinations paranoia   overdose  risk-assessment cbt emdr 
  memantine donepezil alendronic adcal zapain laxido macrogol lactulose senna buprenorphine melatonin quetiapine risperidone
  olanzapine lithium lamotrigine levetiracetam valproate carbamazepine propranolol candesartan lisinopril atorvastatin simvastatin
  dapagliflozin empagliflozin sitagliptin liraglutide semaglutide ticagrelor edoxaban dalteparin tinzaparin nitroglycerin gtn isosorbide
  clarithromycin cefalexin co-trimoxazole metronidazole aciclovir fluconazole cyclizine metoclopramide haloperidol midazolam
  adrenaline atropine glycopyrronium hyoscine dexamethasone cortisone depo-medrone kenalog methylprednisolone celecoxib etoricoxib
  nefopam dihydrocodeine solifenacin mirabegron finasteride goserelin tamoxifen letrozole anastrozole adalimumab etanercept rituximab
  hydroxychloroquine leflunomide azathioprine mesalazine budesonide salmeterol formoterol glycopyrronium umeclidinium
   metf atorva amlod  lanso  gaba pregab amitrip citalo sertra
  norepinephrine thyroxine oestradiol utrogestan levonorgestrel desogestrel mirena implanon nexplanon sildenafil tadalafil`);

/** Words of hospital reports, operations, imaging, pathology and wards, as American and British hospitals dictate them. */
export const ofHospitals = words(`
  cardiomediastinal mediastinal mediastinum silhouette hilar pleural pneumothorax consolidation airspace atelectasis granuloma
  lobe lobes lobar hyperexpanded emphysematous emphysema costophrenic diaphragm perihilar infiltrate infiltrates
  subdural epidural subarachnoid intracranial intraventricular ventricles midline periventricular hypodensity hypodensities
  calvarium hemorrhagic haemorrhagic parietal frontal temporal occipital cerebellar brainstem ganglia hydrocephalus
  cystic calcified calcification calcifications nodule nodules nodular lymphadenopathy hypoechoic hyperechoic echogenic
  gallbladder biliary duct ducts pancreas spleen appendix colon rectum sigmoid duodenum jejunum ileum oesophagus esophagus
  ventricular atrial aortic mitral tricuspid valve regurgitation ejection hypokinetic akinetic coronary stent stents
  supine prone prepped draped incision incisions incised fascia peritoneum pneumoperitoneum trocar infraumbilical hemostasis
  cautery electrocautery vicryl monocryl prolene sutured ligated dissected resected resection anastomosis stapler specimen
  endotracheal intubated extubated extubation ventilator pressors vasopressors foley cannulated anesthesia anesthesiologist
  formalin biopsies shave cassette basaloid stroma stromal palisading adenocarcinoma polyp polypoid polyps margins mitoses
  dysplasia dyskaryosis colposcopy hpv koilocytosis metaplasia moderately differentiated epidermis dermis dermal
  ecchymosis malleolus lateral radiographs nondisplaced non-displaced displaced fibula boot orthopedics orthopaedics
  orthopnea orthopnoea diuresed diuresis diuretics torsemide coumadin tpn ngt picc antibiotics afebrile febrile
  ceftriaxone vancomycin tazocin piperacillin tazobactam meropenem gentamicin levofloxacin ciprofloxacin azithromycin linezolid
  carvedilol hydrochlorothiazide hctz dilaudid hydromorphone percocet vicodin ativan
  lorazepam alprazolam clonazepam trazodone bupropion venlafaxine duloxetine escitalopram paroxetine topiramate phenytoin
  keppra buccal levomepromazine levomep midazolam midaz glycopyrronium topical clobetasol fucidin carbocisteine oxybutynin
  omeprazole pantoprazole ranitidine famotidine ondansetron carbimazole propylthiouracil anti-d ferrous sulphate sulfate
  chlordiazepoxide pabrinex methadone naloxone naltrexone disulfiram acamprosate thiamine
  guarding rebound peristalsis bowel hepatomegaly splenomegaly jaundice icteric ascites rectal haemorrhoidal stoma ostomy colostomy
  ileostomy distention nontender non-tender organomegaly masses bruits edematous cyanosis clubbing tachypneic diaphoretic
  diaphoresis normocephalic perrl eomi oropharynx mucosa turbinates thyromegaly carotid jvd gallops rubs rhonchi rales crackles
  crepitations creps wheezes stridor dullness percussion sensorium dermatitis photopsia floaters shafer macula
  synovitis mcps pips das28 seropositive erosions methotrexate biologics
  unwitnessed syncope collapse seizure postictal aura absence tonic clonic hypoglycaemia hypoglycemia ketoacidosis
  neutrophilic leukocytosis thrombocytopenia cultures culture sputum gram-negative streptococcus staphylococcus mrsa clostridium
  affect insight ideation psychomotor grounding exposure coping triggers hypervigilant
  dialysis transplant graft creatinine donor haemodialysis cannulation fistula
  amputation amputee stump socket prosthetic prostheses goniometer gait ambulates ambulating ambulated dorsiflexors lsi
  arom prom hams quads apprehension apprehensive adls transfers hoist slide-sheet zimmer rollator commode
  homonymous hemianopia ataxia ataxic weakness clonus hyperreflexia spasticity dysphonia
  antepartum primip multip parous fhhr engaged rupture membranes contractions dilated effaced
  hyperopia myope myopic tonometry cataractous eyelid lacrimal
  grommets tonsils adenoids adenoidectomy tonsillectomy tympanic audiometry decibels conductive
  flare flares flared relapse remission recurrence recur exacerbation deteriorated deterioration
  ciwa mmse moca phq phq-9 gad gad-7 bdi must waterlow rockwood nyha asa ecog dnacpr respect tep
  barrett barrett's oesophagitis esophagus odynophagia regurgitates
  urate uric tophi podagra colchicine
  cefalea fotofobia resonancia paciente dolor fiebre niega
`);

const lists: readonly (readonly [FindingKind, readonly string[]])[] = [
  ["diagnosis", conditions],
  ["medicine", medicines],
  ["test-result", tests],
  ["treatment-note", noteWords],
  ["treatment-note", complaints],
  ["treatment-note", ofOtherClinics],
  ["treatment-note", ofHospitals],
  ["medicine", moreMedicines],
  ["test-result", moreTests],
  ["treatment-note", moreClinical],
];

/** A word in small letters to the kind of evidence it is. */
export const clinicalWords: ReadonlyMap<string, FindingKind> = new Map(
  [...lists].reverse().flatMap(([kind, list]) => list.map((word) => [word, kind] as const)),
);
