package dev.millrace.retrieval.encode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Texts that a tokenizer may get wrong: made by hand, by the JDK's languages, and by chance. */
final class NastyTexts {
  /** Where chance takes its characters from: each block is where some rule applies. */
  private static final int[][] BLOCKS = {
    {0x20, 0x7F},
    {0x20, 0x7F},
    {0x20, 0x7F},
    {0x00, 0x20},
    {0x80, 0x250},
    {0x250, 0x2B0},
    {0x300, 0x370},
    {0x370, 0x590},
    {0x590, 0x700},
    {0x900, 0xE00},
    {0xE00, 0x1000},
    {0x1100, 0x1200},
    {0x1AB0, 0x1B00},
    {0x1DC0, 0x2000},
    {0x2000, 0x2100},
    {0x2100, 0x2400},
    {0x2E80, 0x3000},
    {0x3000, 0x3100},
    {0x3300, 0x3500},
    {0x4E00, 0x4F00},
    {0xA670, 0xA680},
    {0xAC00, 0xAD00},
    {0xE000, 0xE010},
    {0xF900, 0xFB60},
    {0xFE00, 0x10000},
    {0x10A00, 0x10A50},
    {0x1D160, 0x1D180},
    {0x1F1E0, 0x1F200},
    {0x1F300, 0x1F650},
    {0x20000, 0x20010},
    {0x2F800, 0x2FA20},
    {0xE0001, 0xE0080}
  };

  private static final List<String> BY_HAND =
      List.of(
          "",
          " ",
          "\t\n\r \u000b\f",
          "\u0000",
          "a\u0000b",
          "The quick brown fox jumps over the lazy dog.",
          "don't U.S.A. e-mail foo_bar C++ C# $12.50 50% #tag @user http://x.y/z?a=b&c=d",
          "[CLS] in [SEP] the [MASK] text [PAD] [UNK]",
          "[SEP][SEP]a[MASK]b",
          "[cls] [ SEP ] [[SEP]] [SEP",
          "##ing ##",
          "caf\u00e9 cafe\u0301 na\u00efve \u00c5ngstr\u00f6m \u0130stanbul \u0131 \u00df \u1e9e \u01c5",
          "a\u0301\u0323b a\u0323\u0301b \u1e69 s\u0323\u0307",
          "\u0301 \u0301a \u200d\u0301",
          "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd \u05b0\u05c1 \u05de\u05d4?",
          "\u0645\u0631\u062d\u0628\u0627 \u0628\u0650\u0633\u0652\u0645\u0650",
          "\u65e5\u672c\u8a9e\u3067\u3059\u3002\u4e2d\u6587a\u5b57b \uf900\ufa11\ud87e\udc00",
          "\ud55c\uad6d\uc5b4 \u1112\u1161\u11ab",
          "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddeb\ud83c\uddf7 a\ud83d\ude00b \u2764\ufe0f",
          "\u201cquoted\u201d \u2018it\u2019s\u2019 \u2013 \u2014 \u2026 \u2022 \u20ac\u00a3\u00a5 \u2122\u00ae\u00a9",
          "\u00a0non\u00a0breaking\u202fthin\u2009spaces\u3000wide",
          "zero\u200bwidth\u200cjoin\u200der\ufeffbom soft\u00adhyphen",
          "line\u2028separator\u2029paragraph \u0085next",
          "\u3cc3\u03a3\u03c2 \u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3 \u1f80\u0345",
          "\ufffd replaced \ufffe \uffff \ufdd0",
          "x".repeat(99) + " " + "x".repeat(100) + " " + "x".repeat(101) + " y",
          "\u00e9".repeat(100) + " " + "\u00e9".repeat(101),
          "\ud83d\ude00".repeat(100) + "a \ud83d\ude00",
          "supercalifragilisticexpialidocious antidisestablishmentarianism",
          "word ".repeat(400),
          "!".repeat(400),
          "\u4e2d".repeat(400),
          "unaffable ".repeat(130) + "[SEP] end",
          "aaaa".repeat(2_000),
          "\u302e\u302f a\u302f\u302e\ud834\udd6d\ud834\udd65",
          "a" + "\u0301\u0323".repeat(500) + "b " + "\u00e9".repeat(9_000),
          "\u05d0\u05b0".repeat(6_000) + "\u4e2d\u00e9".repeat(3_000),
          "\u0f71\u0f72\u0f74 \u0fb2\u0f71\u0f80",
          "\u212b \u2126 \u2329\u232a \u037e \u0387 \u1fef");

  private NastyTexts() {}

  static List<String> all(int byChance) {
    Set<String> texts = new LinkedHashSet<>(BY_HAND);
    for (Locale locale : Locale.getAvailableLocales()) {
      texts.add(locale.getDisplayName(locale) + ": " + locale.getDisplayLanguage(locale));
    }
    Random random = new Random(20_261_121);
    List<String> seeds = new ArrayList<>(texts);
    for (int i = 0; i < byChance; i++) {
      texts.add(i % 3 == 0 ? spliced(random, seeds) : drawn(random));
    }
    return new ArrayList<>(texts);
  }

  /** Characters of few blocks, so that neighbours matter to each other. */
  private static String drawn(Random random) {
    int[][] blocks = new int[1 + random.nextInt(4)][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = BLOCKS[random.nextInt(BLOCKS.length)];
    }
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(120); left > 0; left--) {
      int[] block = blocks[random.nextInt(blocks.length)];
      int c = block[0] + random.nextInt(block[1] - block[0]);
      text.appendCodePoint(Character.isSurrogate((char) c) && c < 0x10000 ? ' ' : c);
      if (random.nextInt(6) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private static String spliced(Random random, List<String> seeds) {
    String one = seeds.get(random.nextInt(seeds.size()));
    String two = seeds.get(random.nextInt(seeds.size()));
    int cut = one.offsetByCodePoints(0, random.nextInt(one.codePointCount(0, one.length()) + 1));
    return one.substring(0, cut) + two + one.substring(cut);
  }
}
