/**
 * What a reader sees as one character: a letter with its marks, an emoji with its colour, a flag's two letters, a
 * family of joined emoji. By hand and not by Intl.Segmenter, whose tables differ between browsers.
 */
const cluster =
  /\p{RI}{2}|(?:\P{Cc}|\p{Cc})(?:\p{M}|\ufe0e|\ufe0f|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*/gu;

export const clustersOf = (text: string): string[] => text.match(cluster) ?? [];
