/// <reference types="vite/client" />

import emoji400 from "@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff?url";
import cyrillic400 from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url";
import cyrillic600 from "@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff?url";
import cyrillicExt400 from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url";
import cyrillicExt600 from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff?url";
import devanagari400 from "@fontsource/noto-sans/files/noto-sans-devanagari-400-normal.woff?url";
import devanagari600 from "@fontsource/noto-sans/files/noto-sans-devanagari-600-normal.woff?url";
import greek400 from "@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url";
import greek600 from "@fontsource/noto-sans/files/noto-sans-greek-600-normal.woff?url";
import greekExt400 from "@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff?url";
import greekExt600 from "@fontsource/noto-sans/files/noto-sans-greek-ext-600-normal.woff?url";
import latin400 from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url";
import latin600 from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff?url";
import latinExt400 from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url";
import latinExt600 from "@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff?url";
import vietnamese400 from "@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url";
import vietnamese600 from "@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff?url";
import arabic400 from "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff?url";
import arabic600 from "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff?url";
import hebrew400 from "@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff?url";
import hebrew600 from "@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-600-normal.woff?url";
import symbols400 from "pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf?url";

/** Where this server keeps each font file that `faces` names. */
export const fontAddresses: Readonly<Record<string, string>> = {
  "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff": latin400,
  "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff": latin600,
  "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff": latinExt400,
  "@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff": latinExt600,
  "@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff": vietnamese400,
  "@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff": vietnamese600,
  "@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff": greek400,
  "@fontsource/noto-sans/files/noto-sans-greek-600-normal.woff": greek600,
  "@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff": greekExt400,
  "@fontsource/noto-sans/files/noto-sans-greek-ext-600-normal.woff": greekExt600,
  "@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff": cyrillic400,
  "@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff": cyrillic600,
  "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff": cyrillicExt400,
  "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff": cyrillicExt600,
  "@fontsource/noto-sans/files/noto-sans-devanagari-400-normal.woff": devanagari400,
  "@fontsource/noto-sans/files/noto-sans-devanagari-600-normal.woff": devanagari600,
  "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff": arabic400,
  "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff": arabic600,
  "@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff": hebrew400,
  "@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-600-normal.woff": hebrew600,
  "@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff": emoji400,
  "pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf": symbols400,
};
