/**
 * Words by what they do in a sentence: a note tells of one person, a guideline of many. House lists, made of the words of
 * general practice, hospitals, therapists and carers; each is looked up once, in one pass over a text.
 */

import { everyday } from "./clinic-talk.ts";

/** Somebody who is told of. */
const persons = `he she his her him hers himself herself he's she's pt px patient's claimant gentleman lady mum mother dad father
  wife husband daughter son grandson granddaughter mr mrs ms miss resident gent dau nok employee boy girl child toddler infant
  baby patient client chap guy bloke lad lass fella pupil partner carer nephew niece brother sister dtr grandmother grandfather
  nan gran grandad grandma grandpa nana mam uncle aunt auntie cousin stepdad stepmum stepfather stepmother stepson stepdaughter
  hubby flatmate resident's mum's dad's boyfriend girlfriend fiance claimant's employee's child's baby's`;

/** What was done, said or happened, and when. */
const tales = `denies denied reports reported states stated complains complained c/o presents presented presenting attended attends
  admitted discharged transferred underwent tolerated commenced started stopped switched increased continues continued contd
  remains remained refused refuses declined declines accepted agreed advised adv explained discussed reassured consented
  examined assessed reviewed seen noted found feels felt describes described takes took taken taking given gave prescribed
  administered received placed removed closed incised divided dissected prepped draped intubated extubated weaned treated
  referred called rang phoned woke wakes slept ate drank walked walks lives smokes drinks manages struggles noticed
  developed settled resolved improved worsened scored healed fitted recast redressed repositioned assisted encouraged washed
  dressed told tells asked wants admits slipped twisted struck burned bitten scratched flared cleared recovering vomited
  bled lost brought helped showed shows shown revealed confirmed detected identified measures measuring demonstrates demonstrated
  extends extending involves involving submitted today yesterday y'day tonight overnight ago since twice last still now
  tearful upset pleased keen drowsy alert orientated oriented comfortable comes keeps goes went came bothered bothers
  complaining presenting describing feeling attending having getting using coping improving refusing struggling waking weeping rubbing
  worsened catching swelling settling losing gained gaining avoiding avoids worries requires required requiring needs needed
  responded responds opened opens coughs coughed snores hears sees leans limps limped transfers mobilises mobilising`;

/** What is found, on which side, how much. */
const findings = `no nil without negative positive normal abnormal unremarkable intact mild mildly moderate severe marked slight
  minimal left right bilateral l r lt rt lhs rhs clear soft tender nontender stable worse worsening better
  unchanged resolving raised reduced decreased limited painful painless sore swollen inflamed evident present
  absent consistent likely probable possible suspected focal diffuse nad mg ml mcg mmol mmhg cm mm bpm kg units
  od bd tds qds prn daily nocte bid tid weekly po iv im sc neg pos incr decr impression conclusion opinion plan diagnosis hx
  c/d/i r/o pod`;

/** Findings that stand in every list of products and doses as well. */
const units =
  "mg ml mcg mmol mmhg cm mm bpm kg units od bd tds qds prn daily nocte bid tid weekly po iv im sc l r no without active severe acute chronic";

/** What says as much of somebody, and little where nobody is told of. */
const withSomebody = `is was are were has had been have full complete first second third grade small large low high acute chronic good poor
  same meets criteria since for from plan difficulty difficulties`;

/** Body, illness and treatment in everybody's words; such as are anything else as often are left out. */
const health = `pain pains painful ache aches aching tummy belly neck arm arms leg legs foot feet toe toes toenail fingers finger thumb
  eye eyes ear ears nose throat mouth tooth teeth gums skin lip lips tongue stomach heart blood temperature flu sick sickness
  vomiting vomit diarrhoea stool stools urine wee bleed bleeding lump lumps bruise swelling cream ointment tablets tablet pills
  meds medication medications medicine inhaler inhalers injection injections jab vaccine operation surgery scan x-ray xray
  mri ct ecg bloods bp sats pulse temp obs weight appetite sleep sleeping mood anxious anxiety depressed panic nightmares
  tired dizzy faint fainted falls fell floor seizure seizures fit fits numb tingling stiff stiffness wheelchair hearing vision sight
  balance memory confused alcohol drinking pregnant pregnancy breastfeeding bladder bowels catheter dressing wound stitches
  splint crutches physio therapy counselling symptoms allergy allergies rash itchy itch breathing breathless breath chest
  cough ankle ankles knee knees hip shoulder back's wrist elbow spine headache headaches nails blister fever sweats hot
  flushes tremor tinnitus glue grommets caesarean miscarriage contraceptive nausea cancer chemo diabetes asthma stroke
  dementia epilepsy gallbladder appendix kidney kidneys liver lungs bowel womb breast hysterectomy hand hands head back groin
  heel calf buttock insulin steroid steroids morphine paracetamol antibiotics antibiotic syringe driver feeds bottle sugar
  suicidal self-harm detox withdrawal wheeze swallow swallowing thickened hoist nebuliser oxygen o2 drip biopsy smear
  depression adhd autism speech stammer
  hurt hurts hurting ill illness unwell poorly poo bum period periods mole spots blisters sting bruises chesty wheezy jabs vomits nappy nappies
  milk formula colic teething bandage sling scar scars burn burns bite ulcer ulcers ward hospital ambulance paramedic paramedics
  attention inattentive inattention fidgeted fidgety concentration dyslexia palate braces canines molars fillings denture dentures retainer aligners
  voice walking standing stairs lifting panicky worry worries stress stressed crying eating intake hydration obese
  underweight bmi pressure sores pressure-sore leg's foot's hearing-aid hearing-aids implant implants smoking smoker drinker
  sober cannabis cocaine heroin carer dosette pendant toileting continence incontinent hallucinating hallucinations hypoglycaemia hypo hypos concussion hammy hamstring`;

/** Whoever writes, and whoever is written to. */
const writers = "i i'm i've i'd im ive my me mine";
const readers = "you your you're you've yours";
/** Advice for a case that may come. */
const conditions = "if when whether unless";

/** Many people, rules and studies: a sentence with such a word tells of nobody. */
const general = `patients clients people persons individuals participants adults women men elderly clinicians
  physicians practitioners providers professionals users study studies trial trials guideline
  guidelines cohort population prevalence incidence e.g
  staff policy authors investigated aimed hypothesis guide tool staffing eligibility checklist subjects animals mice rats methods survey`;

/** Somebody who is told of as he or she: whoever writes "we" beside it tells of that one. */
const pronouns = "he she his her him hers himself herself he's she's";
/** A clinic, or authors of a paper, unless somebody is told of. */
const us = "we our us";

/** What fragments leave out, and what makes a sentence of prose. */
const articles = `the a an this that these those which who whose you your we our us they their it its if when will would should must may
  might can could please please`;

/** Rules, where nobody is told of. */
const modal = `should must shall may might usually commonly generally typically recommended recommend children infants groups group
  questionnaire controls evidence`;

/** Animals and whoever treats them; `dog` and `cat` stand in people's notes too. */
const animals = `vet vets veterinary mrcvs rcvs labrador spaniel terrier retriever collie poodle canine feline equine bovine ovine porcine
  breed neutered spayed puppy kitten stallion mare gelding foal heifer bullock ewe lamb lambs limousin friesian dsh microchip
  paw paws worming wormer milbemax tricat stifle tplo cpli gorilla silverback keepers zoo horse horses herd flock withdrawal
  hindlimb forelimb dog dogs cat cats owner owners owner's pet pets hoof rabbit parrot ferret hamster guinea-pig`;
const weakAnimals = new Set(
  "dog dogs cat cats owner owners owner's pet pets horse horses withdrawal breed rabbit".split(" "),
);

/** Marks in the number that says what a word does; a word may do several things. */
export const does = {
  person: 1,
  tale: 2,
  finding: 4,
  health: 8,
  general: 16,
  animal: 32,
  surelyAnimal: 64,
  writer: 128,
  reader: 256,
  condition: 512,
  withSomebody: 1_024,
  modal: 2_048,
  pronoun: 4_096,
  us: 8_192,
  article: 16_384,
  unit: 32_768,
} as const;

const lists: readonly (readonly [words: string, mark: number])[] = [
  [persons, does.person],
  [tales, does.tale],
  [findings, does.finding],
  [health, does.health],
  [everyday.join(" "), does.health],
  [general, does.general],
  [animals, does.animal],
  [writers, does.writer],
  [readers, does.reader],
  [conditions, does.condition],
  [withSomebody, does.withSomebody],
  [modal, does.modal],
  [pronouns, does.pronoun],
  [us, does.us],
  [articles, does.article],
  [units, does.unit],
];

/** A word in small letters to what it does. */
export const tellingWords: ReadonlyMap<string, number> = new Map(
  (function marked() {
    const marks = new Map<string, number>();
    for (const [words, mark] of lists)
      for (const word of words.trim().split(/\s+/)) {
        const sure = mark === does.animal && !weakAnimals.has(word) ? does.surelyAnimal : 0;
        marks.set(word, (marks.get(word) ?? 0) | mark | sure);
      }
    return marks;
  })(),
);
