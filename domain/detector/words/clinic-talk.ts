/**
 * More of what clinics write, beyond `clinical.ts`: from the chapters of the British National Formulary and its American
 * brands, from anatomy, and from the words of wards, theatres, clinics and therapists. Single words that are no others.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Medicines, dressings, feeds and devices, by name and by brand. */
export const moreMedicines = words(`
  abatacept abiraterone acarbose acetaminophen acetazolamide acetylcysteine actisorb adapalene agomelatine alendronate
  alfuzosin alimemazine alogliptin alteplase ambrisentan amikacin amiloride aminophylline amisulpride amphotericin anakinra
  antibiot anticoag anticoagulant anticoagulants anticoagulated anticoagulation antidepressant antidepressants antiemetic
  antihypertensives antipsychotic apremilast aripiprazole atomoxetine atrauman augmentin azelastine baclofen bactrim
  baricitinib beclomethasone benzoyl betahistine bethanechol biatain bicalutamide bimatoprost bisacodyl bisop bisphosphonate
  bleomycin bosentan brinzolamide bromocriptine bumetanide buscopan cabergoline calamine calcipotriol calcitriol caliper
  calipers capecitabine captopril carboplatin cardizem celexa cellcept cerazette chemotherapy chloramphenicol chlorhexidine
  chlorphenamine chlorpromazine ciclosporin cilest cinnarizine cisplatin clarithro clindamycin clobazam clomifene clomiphene
  clonidine clotrimazole cloxacillin clozapine co-beneldopa co-careldopa co-dydramol coamox coban colecalciferol colestyramine
  comfeel concerta corsodyl creon crestor cyclophosphamide cymbalta cyproterone dabigatran daktarin dapsone denosumab depakote
  depo-provera desloratadine desmopressin dianette diltiazem diprobase dipyridamole diuretic dobutamine docetaxel docusate
  domperidone dorzolamide dosulepin doxorubicin dulaglutide dulcolax duoderm dutasteride e45 effexor eletriptan eliquis elvanse
  emla enalapril entresto epilim eplerenone epoetin erenumab ergometrine erythromycin eslicarbazepine esomeprazole estradiol
  estriol ezetimibe felodipine fenofibrate fesoterodine filgrastim flagyl flecainide flixonase flomax flovent fludrocortisone
  flumazenil fluorouracil flutiform fluvoxamine folate fondaparinux fosamax fosfomycin fostair fresubin furos fybogel
  galantamine ganciclovir glargine glibenclamide glimepiride glipizide glucagon glucophage humalog humira hydralazine
  hydroxyzine hypromellose ibandronate imipramine immunosuppressants imodium indapamide indomethacin infliximab inhal insoles
  interferon ipratropium irbesartan irinotecan isoniazid itraconazole ivabradine ivermectin janumet januvia jardiance jelonet
  kaltostat keflex ketamine ketoconazole ketorolac kliniderm klonopin labetalol lacosamide lamictal lantus latanoprost laxative
  laxatives levemir levocetirizine levodopa levosimendan lexapro librium linagliptin liothyronine lisdexamfetamine lofepramine
  loperamide loprazolam losec lovenox lymphazurin lyrica madopar mebendazole mebeverine medroxyprogesterone mefenamic meloxicam
  mepolizumab mepore mesna metaraminol methimazole methyldopa methylphenidate metolazone metoprolol micardis miconazole
  microlax midodrine mifepristone minocycline minoxidil misoprostol modafinil mometasone motrin mounjaro movicol moxonidine
  mupirocin mycophenolate nabumetone nasonex neurontin nexium nicorandil nicorette nicotinamide nifedipine nitrazepam norco
  norethisterone norvasc novorapid nystatin octreotide olmesartan omalizumab opraflex opsite oramorph orlistat orthotics
  oseltamivir oxaliplatin oxycontin oxytocin ozempic paclitaxel painkillers pamidronate paxil pepcid perindopril phenobarbital
  phenylephrine pilocarpine pioglitazone pirfenidone pizotifen plaquenil plavix posaconazole pravastatin prazosin prednis
  prevacid prilosec primidone prochlorperazine procyclidine profore progesterone promethazine propofol protonix prozac
  pyridostigmine quetiap quinine ramip rasagiline relpax remicade renagel rennie requip rifampicin rifaximin riluzole
  risedronate ritalin rivastigmine rizatriptan rocuronium ropinirole ropivacaine rosuvastatin sacubitril salbut saxenda
  secukinumab selegiline senokot seretide seroquel sertral sevelamer singulair sitaglip sotalol spiriva spiro statins
  steri-strip steristrips steroids strattera sucralfate sudocrem sulfadiazine sulphonylurea sulpiride sumatriptan suxamethonium
  symbicort synthroid synto syntocinon tacrolimus tamiflu tegaderm tegretol teicoplanin temazepam tenofovir terazosin
  terbinafine terbutaline teriparatide testosterone thinners thiopental tibolone timolol tirzepatide tizanidine tocilizumab
  tolterodine toradol tranexamic travoprost trelegy trimovate tylex ultram ustekinumab valaciclovir valium varenicline
  vedolizumab verapamil versed vesicare viagra victoza voltarol vortioxetine wegovy xanax xarelto zoledronate zoledronic zoloft
  zomig zopi zyprexa zyrtec`);

/** What is measured, and on what. */
export const moreTests = words(`
  abg abgs acth afp amylase ana anca anion anti-ccp aptt aspirate aspirated bence-jones bhcg biopsied bronchoscopy c-peptide
  ca125 calprotectin ceruloplasmin cervarix cfu colonos cortisol crcl creat csf ct-pa ctpa cystoscopy cytol d-dimer ddimer dexa
  dexascan duplex ebv eeg egd emg ercp fcal ferr fev1 ffp fibroscan flexi-sig fnac ft3 ft4 fvc g6pd gad65 gastroscopy genotype
  haemolysed haptoglobin hcg hemolyzed histol hla holter hysteroscopy iga ige ige's igf igg igm karyotype ketones lactate
  laparoscopy ldh leukocytes lft lfts lipase lipids mammo mammography manometry mcs microscopy mra mrcp msu myoglobin ncs
  nitrites nt-probnp ntprobnp ogd ogtt organisms osmolality papp-a pcr pefr pet-ct pft pfts phosphate po4 procalcitonin
  prolactin pth quantiferon reticulocytes rheumatoid rinne rubella sensitivities serology sfl sigmoidoscopy spep spirom swab
  swabs t3 t4 telemetry tft tfts tibc tpo trab transferrin troponins tte ttg uacr urodynamics usscan vbg vdrl venogram vfss
  widal`);

/** Body, findings, illnesses, operations and care, as letters and notes put them. */
export const moreClinical = words(`
  abdo abdominally ablation abrasion abrasions abscesses acetabulum acuity adenoma adenopathy adhesions adiposity adnexa
  adnexal aetiology airway airways akinesia alopecia ambulant ambulation amenorrhea amnesia anaemic anaphylactic anasarca
  angioedema angioma ankylosing anorexic anoxic antecubital antenatally anteverted antral antrum anuria anus anxious aorta apex
  aphakic aphasic apical apicectomy apnea apnoea apnoeas appendiceal appetite areola arrhythmias arrhythmic arteriosclerosis
  artery arthralgia arthritic articular aspirating aspiration asthmatic asystole atelectatic atopic atrophic atrophy autistic
  avoidant axilla axillary azotemia backache bacteraemia bacteremia barium bedrest biceps bicuspid bifida binged bingeing
  binges bitewings blepharitis bloodstained bmi bolus bowels brachial bradycardic bradykinesia breastfed breastfeeding
  breastfeeds bronchi bronchial bronchospasm bruit bulbar bulla bullae bunions cabg cachectic cachexia caecum calcaneal candida
  candidiasis carcinoid carcinomatosis cardiomegaly cardiomyopathy cardioversion cardioverted carpal cartilage catastrophising
  catatonic catheterisation catheterization cauda caudal cecum cervicalgia chalazion chemosis cholelithiasis cholestasis
  chondral choroid chronically cirrhotic claudicant claudication clavicular coagulopathy cogwheeling colic colicky colonic
  colorectal colostrum comatose comorbid comorbidity concussed congenital conjunctiva conjunctivae contracture contractures
  contusion convulsion convulsions cornea corneal coryza costochondral cramps cranial craniotomy crohn's crossbite cuff
  curettage cutaneous cyanosed cyanotic cyst cystocele cysts deafness decompensated deconditioned deconditioning decubitus
  defaecation defecation deficits dehydrated dehydration delirious delirium delusional delusions demented demyelination
  dentition dermoid diabetics diaphragmatic diastolic diathermy dilatation diplopia disc discoloured dishevelled dislocation
  disorientated disoriented dissociated dissociates diverticula diverticular dorsal dorsalgia dorsalis dorsum drooling
  drowsiness duodenal dysarthric dyslexic dysmetria dyspepsia dysphagic dysphoric dyspnoeic dysregulated dysregulation
  dystrophy dysuric ectopic ectopics ectopy eczematous effusions ejaculation embolisation emesis empyema encephalitis
  encephalopathy endocarditis endometrial endometrium endoscopic enlarged enteric enteritis enucleated enuresis epicondyle
  epidermal epididymis epigastrium epiglottis epileptic epiretinal epistaxis erectile erection erythematous escherichia
  esophageal esotropia euglycaemic euthymic euthyroid euvolemic exacerbated exacerbations excised excision excoriated
  excoriation excruciating exertional exophthalmos exostosis exotropia expectorating extensor extremities extremity extubate
  facial faecal faeces fascicular fasciculations fatigued fatigues femoris fetus fibroadenoma fibroid fibromyalgia fibrosis
  fibrotic fidgets fissure fistulae flatus flexor flexors fluctuant foetus follicular foramen forefoot foreskin fractures
  frailty frontotemporal fungal furuncle ganglion gangrene gangrenous gastric gastrocnemius gastrojejunal genital genitalia
  gestational giddiness giddy glandular glans glued gluteus glycaemic goitre gravid groggy grommet gynaecomastia haemarthrosis
  haematemesis haematomas haemodynamically halitosis hallucinating hamate hamstrings heartbeat heliotrope heloma hemicolectomy
  hemiplegic hemodialysis hemodynamic hemodynamically hemorrhoids heparinised hepatosplenomegaly hernias herniation herpetic
  hiatal hiccups hilum hirsutism hoarseness homeostasis hopelessness humeral hydrated hydrocele hydronephrosis hydrotherapy
  hyperacusis hyperaemic hyperarousal hypercalcaemia hyperglycaemia hyperglycaemic hyperglycemia hyperkalaemia hyperkalemia
  hyperkeratosis hypermobile hypermobility hyperventilating hyphaema hypnagogic hypoactive hypocalcaemia hypochondrium
  hypoglycaemic hypokalaemia hypokalemia hyponatraemia hyponatremia hypopyon hypospadias hypotensive hypothermic hypotonia
  hypotonic hypovolaemic hypoxaemia hypoxic hysterectomy icterus ileal ileus iliopsoas immobile immobilised immobilized
  immunocompromised immunosuppressed impetigo impotence incontinent indigestion indurated induration infected infective
  infertility inflammation infrapatellar ingrowing ingrown inhalation inotropes inpatient inpatients insulinoma intercostal
  intertrigo intestinal intraarticular intramuscular intraoperative intrauterine intravenous intubation irregularly
  irritability irritable ischial jaundiced jejunal jugular keratitis keratoconus ketotic kidney kyphosis kyphotic labia labial
  laboured labral labrum lacerations lacrimation lacunar laminectomy laparotomy laryngeal larynx latch latching lateralised
  laxity lethargic leucocytosis libido lichen ligament ligaments limb limbs limp limping limps lipoma lithotripsy lordosis
  lumbago lumbosacral lumpectomy lymph lymphadenopathic lymphatic lymphedema lymphocytic lymphoedema lytic macrosomic macules
  maculopapular malignant malleolar malocclusions malrotation malunion mandible mandibular mania manic mastectomy mastitis
  mastoid maxilla maxillary meatus melena membranous menarche meningeal meningism meningitis menses menstrual menstruation
  mesenteric metacarpophalangeal metaplastic metastatic mets micturition migrainous miscarried mobilize molar monilia
  mononeuropathy motility mottled mouthwash mucous multiparous murmurs muscular musculoskeletal myalgia myalgias myasthenia
  myelin myeloma myelopathy myocardial myocarditis myopathy myopes myositis naevus nasal nasopharynx nauseated nauseous
  necrosis necrotic neonatal neonate nephrectomy nephritis nephrotic neuralgic neurologically neuropathic neurovascular
  neutropenic nevus niggle niggling nil-by-mouth nipple nonproductive normocytic normotensive nystagmoid obstetric obtunded
  occiput ocular odontoid oesophageal offloaded oligohydramnios oliguria oophorectomy ophthalmoplegia orchitis orthopnoeic
  orthoses orthosis orthostatic osteomyelitis osteophytic osteoporotic osteotomy outpatient ovarian ovaries ovary overbites
  overdosed overdoses overweight oxygenation ozena pacemaker pacing pallor palpated palsy pancreatic panic-attacks papillae
  papilloedema papilloma paracentesis paralysed paralysis paralyzed paranasal paranoid paraplegic parathyroid parenchyma
  parenchymal paronychia parotid parotitis paroxysmal pectoral pectoralis pectus pelvis penile penis peptic perforation
  perforator perfusion perianal pericardial pericarditis pericardium pericoronitis periorbital peristaltic peritoneal
  peritonism peritonitis peroneal petechiae petechial phakic phalangeal pharyngeal pharynx phenolised phlebitis phlegmon phobia
  phobias phobic photocoagulation photophobic phrenic pilonidal pinna pituitary placenta placentae placental plantarflexion
  plaque plaques platysma pleura pleurisy pleuritic pneumonitis pneumothoraces podiatric polydipsia polyhydramnios polymyalgia
  polypectomy polypharmacy polyuric popliteal postcoital posteriorly postprandial postural preauricular precordial pregnancies
  premature prematurity premenstrual prenatal prepuce priapism primigravida primiparous proctitis prolapsed prolapsing pronated
  pronation prostate prostatectomy prostatic prosthetist proteinuric pruritic pruritus pseudophakic psoas psoriatic psychiatric
  psychosocial ptotic pubic pubis puerperal pulpotomy pulsatile pulseless pupillary purpura purpuric purulent pus pustule
  pyloric pylorus pyuria quickening radicular radiotherapy rattly readmission readmitted rebleed recumbent reexperiencing
  refluxing refracted regurgitated regurgitating rehab reperfusion restenosis resuscitated resuscitation retinopathic
  retrosternal retroverted revascularisation rhabdomyolysis rheum rheumatic rhinorrhea rhythm rigor rotavirus ruminating
  sacroiliitis salivation salpingectomy sarcoid sarcoidosis sarcoma scabbed scabs scalp scapholunate sclera sclerae scleral
  scleroderma sclerotic scoliotic scotoma scrotal scrotum sebaceous seborrhoeic sedated sedation self-harmed self-harming
  semiconscious semitendinosus septal septic septum seroma serosal sessile shivering shortness sickled sinus sinuses sitz
  skeletal slurred slurring snares sneezing somatic somnolence somnolent spasmodic spastic speculum sphincter spina spinal
  spinous splenectomy splenic spondylitis sprained sprains steatosis sternal sternotomy stiffened stiffens stomal stools
  stooped strabismus strangulated streptococcal striae stricture stye subacromial subacute subchondral subconjunctival
  subcutaneous subcuticular sublingual subluxation subluxes submandibular subtalar subungual subungually sulcus supinated
  supination supraclavicular suprapatellar swallows sweating swollen symphysis syncopal synovial systemically systolic
  tachycardias tampon tamponade tarsal temporomandibular tenderest tendinosis tendons tenosynovitis teratoma testes testicle
  testicles testicular testis tetanus thalamic thenar thickening thigh thirsty thoracotomy throbs thrombi thrombocytopenic
  thrombolysed thrombolysis thrombophlebitis thrombosed thrombus thrush thumb thymus thyroid thyroidectomy tinea tiredness
  titre tmj tongue tonsil tonsillar torsion torticollis trachea tracheal tracheo tracheostomy transfused transfusion
  transplanted transurethral trapezium traumatic tremors tremulous trimalleolar triplets trismus trochanter trochanteric tubal
  tubercle tumors tumours turbinate turp twinge twinges twitching tympanum typhoid ulcerated ulceration ulnar umbilical
  umbilicus unbearable unconscious unconsciousness underactive underweight undescended unresponsive unsteadiness unsteady
  ureter ureteric urethra urethral urinary urinating urination urology uterine uterus uveitis uvula vagal vagina vaginal
  vaginally valgus valvular varicosities varus vascular vasculitis vasectomy vasovagal venepuncture venesection ventricle
  ventriculoperitoneal vertebrae vertebroplasty vertiginous vesicles vesicular vestibular viral virilisation vitiligo vitreous
  volvulus vomited vomits vulva vulval vulvar warts wheezed wincing worthlessness wrists xanthelasma xerostomia`);

/** Everybody’s words for illness and care that are seldom anything else. */
export const everyday = words(`
  achy agony bandaged bandages bedridden bleeds blisters bloated blood-pressure bloodshot bruises burping chilblains choking
  clot clots cold-sores coughed coughing coughs cramp crutch diagnosed drowsy eyesight fainting faints flu gagging gasping gums
  headachy hurts infection infections inflamed injections injured injuries jittery kneecap knuckle knuckles limped menopausal
  miscarriages nosebleed nosebleeds nostril numb oxygen painkiller panic-attack peed peeing pees phlegmy pimples pooing poos
  puffy queasy rashes ringworm scabby scar scarred scarring seasick shivery sickly sleepless snores snotty sores splints spotty
  stomach-ache stomachs suicide swelled symptoms tingles tingly toothache trembling trembly tummies twitches twitchy unwell
  verrucas vomit weepiness weepy x-rays zits`);
