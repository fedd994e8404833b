import { wordList } from "../words/word-list.ts";

/** Chinese surnames as pinyin has them, the most common ones (from memory). */
const surnames = wordList(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao
  peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao zhong cui tan lv fan liao shi jin jia
  xia fu fang bai zou meng xiong qin qiu hou yin xue yan duan lei long tao shi he mao hao gu gong shao wan qian dai mo kong xiang`,
);
const part =
  "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|iao|ian|uai|uan|ang|eng|ing|ong|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|[aeiouv]))";
const syllables = new RegExp(`^${part}{1,2}$`);

/** Such as are plain words too: two of them make no name. */
const plain = wordList(
  `he ma sun long song fan pan tan an so do me to can man men ran ban dan gang ping pin sin tin win hen pen den ten ting die lie pie
  due sue hue cue rue shine shun bin fin gin din chin sang bang hang rang tang fang ping sing ding ring wing king lung hung dung gong
  tong song bong main pain gain chain rain lane mine pine fine line wine nine dine data late lame tame name same made make male male
  hare take lake cake bake rate mate date fate gate hate sale tale pale cane wane vane mane pane sane base case nose rose pose hose
  dose lose june tune dune rule rude mute cute china more sore core bore wore tore fore shore chore side wide ride hide tide guide like bike hike
  live give have wave save cave gave pave life wife line time dime lime home dome come some hope note vote code mode rode node here there these
  be we she the go no see you your me my by may way say day pay bay lay hay too woo you hi do due yes yet`,
);

/** Whether two words with capital letters are a Chinese name in either order: Zhang Wei, Xiuying Wang. */
export function isChinese(one: string, other: string): boolean {
  if (one.length > 12 || other.length > 12 || (plain.has(one) && plain.has(other))) return false;
  if (surnames.has(one) && syllables.test(other) && !plain.has(other)) return true;
  return surnames.has(other) && syllables.test(one) && !plain.has(one);
}

/** Surnames as Hong Kong writes them, which are no words of English (from memory). */
const families = wordList(
  `ng tsang wong chan cheung lam leung lau yeung tse kwok yip yuen cheng chu kwan choi lai poon siu tsui szeto ngai mok shum kwong
  chiu fok lui luk hui ngan shek chow chui yau yung auyeung heung kong tsoi tsz cheuk ching chak choy`,
);
/** Such as are words too, and count where they are written with capitals. */
const familiesAlsoWords = wordList(
  `ho lee fung mak pang ma lo tong tam tang ko man so to au or sin kan kam hon chin wan wu yu pun sit`,
);
/** Syllables of given names as Hong Kong writes them; some are plain words. */
const cantonese = wordList(
  `wing sum chi keung ka kar man wai yee yi mei ling siu fong hoi yan tsz kin kwok ming ho hon chun ching fai fung hang hin hing hong hung
  kai kam kan kei kit ko kong kuen kwan kwong lai lam lan lap lee leung li lim lin lok long lun lung mui mun nam nga ngai oi on pak pik ping po
  pui sai sang sau shan shing shuk shun sin sing so sui suk sze tai tak tat ting tin tung wa wah wan wang wo wun yat yau ying yim yin yiu yuen
  yuet yuk yun yung chak chau cheuk cheung chiu choi chor chu chui fan fei fu fuk hau heung him hiu hei kiu ki lei lau luen miu moon ngan ning
  pang sik sheung shui shu suet tim to tong tsun`,
);

/** Whether three words are a name of Hong Kong: Ng Wing Sum, in small letters where the surname is no word. */
export const isCantonese = (family: string, one: string, other: string, isWritten: boolean): boolean =>
  cantonese.has(one) &&
  cantonese.has(other) &&
  (families.has(family) || (isWritten && familiesAlsoWords.has(family)));

/** Whether a word in small letters is a surname of Chinese in pinyin, a plain word or not. */
export const isChineseSurname = (plain: string): boolean => surnames.has(plain);

const longSyllables = new RegExp(`^${part}{1,3}$`);
/** Whether it can be read as one to three syllables of pinyin. */
export const isSyllables = (plain: string): boolean => longSyllables.test(plain);
