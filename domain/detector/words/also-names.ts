/**
 * Ordinary words that are common given names or surnames in the United Kingdom too (ONS and NRS lists of baby names;
 * common surnames): with a capital they are doubtful wherever they stand.
 */
export const alsoNames: ReadonlySet<string> = new Set(
  `abbot amber angel april archer art ash august austin autumn bailey baker ball banks barber barker barn bean bell berry
  bill birch bird bishop black bliss blossom bond booth bow boyle brewer bridges bright brook brooks brown buck bud burn burns bush
  butcher butler camp carpenter carr carter case cash castle chamberlain chambers chance chandler chapel chapman charity
  chase cherry chip christian church clark clay cliff close coal cole collier constant cook cooper court cox cross crow crystal
  dale dawn day deacon dean destiny dick dove drake drew duke dyer earl east eve fair faith fan farmer fern field finch fisher
  fleming flint flora flower foot ford forest forester fox frank freeman french friend frost gale gardener gay gene ginger
  glass glen glover gold good goodness grace grant gray green grey griffin grove guy hale hall hardy harmony harper harry hart harvey
  hawk haydn hazel heath heather heaven herb heritage hill ho hobby holiday holland holly honor honour hood hope hopper horn
  house hunt hunter iris iron ivory ivy jack jade jasmine jay jean jersey jewel jimmy john jolly joy judge june justice kay
  key king kitty knight lake lamb lance land lane lark laurel law lea leaf lee lily little lock long lord louis love low luck
  major mallard man maple mark marsh marshall martin mason mat max may mead meadow mercer mercy merry mike mile miles mill miller
  mills mint monk moon moor moore moss mountain myrtle nelly newton nick nightingale noble noel norm north olive orchard page
  pain park parker parrot parson patience patsy pat peach peacock pearl penny pepper peter pike piper pitt plum pollard pond
  poole pope poppy porter post potter pound powers pratt price pride priest prince prudence quill quinn rain randy ray reed
  reeve rich rivers robin rock rod root rose rosemary rowan rowe ruby rush rusty sage salt sand sandy savage scarlet sculptor
  serene seward sharp shaw shepherd silver sin sky slater smart smith snow sparrow spear spence spring stable star steel steward
  stone storm story strange street strong sue summer sunny swallow swan sweet swift tailor tanner taylor teal temple terry thorn
  tiger timothy tom trinity trusty turner tutor tyler underwood vale valentine verity vicar victor victory viola violet walker
  wall waller ward warden waters watt weaver webb welch well wells welsh west wheeler white whiting wild will willow winter
  wise wolf wood woods worth wren wright yard york young`.split(/\s+/),
);
