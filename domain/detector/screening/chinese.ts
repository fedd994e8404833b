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

/** Whether a word in small letters is a surname of Chinese in pinyin, a plain word or not. */
export const isChineseSurname = (plain: string): boolean => surnames.has(plain);

const longSyllables = new RegExp(`^${part}{1,3}$`);
/** Whether it can be read as one to three syllables of pinyin. */
export const isSyllables = (plain: string): boolean => longSyllables.test(plain);
