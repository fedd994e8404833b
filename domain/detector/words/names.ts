/**
 * Given names that are common in the United Kingdom (ONS and NRS lists of baby names 1954 to 2020, first ranks, with
 * names common in its larger communities). Names that are also plain words or places are left out.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail adam adrian ahmed aisha alan albert alexander alexandra alfie alice alison amanda amelia
  amina amir amy andrea andrew angela anita ann anna anne anthony antonio arthur ayesha barbara barry ben benjamin bernard
  beth bethany brenda brian bridget bruce callum cameron carl carol caroline catherine charles charlotte cheryl chloe
  christina christine christopher claire clare clive colin connor craig cynthia damian daniel darren david dawn deborah
  denise dennis derek diana diane dmitri donald donna dorothy douglas dylan edith edward eileen elaine eleanor elizabeth
  ella ellen ellie emily emma eric erin ethan evelyn fatima fiona florence frances francis frank frederick gareth gary
  gavin geoffrey george georgia gerald gillian glenn gordon graham hannah harriet harry hassan hazel heather helen henry
  hilary hussein ian imran irene isaac isabella isla jack jacob jacqueline james jane janet janice jason jasmine jayne
  jean jeffrey jennifer jeremy jessica jill joan joanna joanne john jonathan joseph josephine joshua joyce judith julia
  julian julie karen kate katherine kathleen katie keith kelly kenneth kerry kevin khadija kimberley kirsty laura lauren
  lawrence leah leonard lesley lewis liam linda lisa logan lorraine louise lucy luke lynda lynn lynne malcolm marcus
  margaret maria marian marie marilyn marion martin mary matilda matthew maureen megan melanie melissa michael michelle
  miriam mohamed mohammad mohammed molly monica muhammad nadia naomi natalie natasha nathan neil nicholas nicola nigel
  noah nora norman oliver olivia omar oscar owen pamela patricia patrick paul paula pauline penelope peter philip phillip
  phoebe priya rachel raj rajesh ralph raymond rebecca richard rita robert robin roger ronald rosemary roy russell ruth
  ryan sally samantha samuel sandra sandeep sarah sean shannon sharon shaun sheila shirley simon sofia sophia sophie
  stacey stanley stephanie stephen steven stuart susan suzanne sylvia tanya teresa terence thomas timothy tina tom
  toby tony tracey tracy trevor valerie vanessa veronica victoria vincent vivien walter wayne wendy william yasmin
  yusuf yvonne zainab zara zoe`.split(/\s+/),
);
