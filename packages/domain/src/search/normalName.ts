/** Endings that say what kind of firm it is, not which: longest first. */
const LEGAL_SUFFIXES = [
  "股份有限公司",
  "有限责任公司",
  "集团有限公司",
  "有限公司",
  "责任公司",
  "集团",
  "公司",
  "incorporated",
  "corporation",
  "company",
  "limited",
  "gmbh & co kg",
  "gmbh",
  "corp",
  "inc",
  "ltd",
  "llc",
  "llp",
  "plc",
  "pte",
  "pty",
  "bv",
  "nv",
  "ag",
  "kg",
  "sa",
  "spa",
  "srl",
  "oy",
  "ab",
  "as",
  "co",
] as const;

/** Full-width forms to half-width, marks off letters, lower case, punctuation to single spaces. Idempotent. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const withoutSuffix = (name: string): string => {
  const suffix = LEGAL_SUFFIXES.find((it) => name.endsWith(isHan(it) ? it : ` ${it}`));
  const rest = suffix === undefined ? name : name.slice(0, -suffix.length).trim();
  return suffix === undefined || rest === "" ? name : withoutSuffix(rest);
};

/**
 * The key by which two spellings of one firm meet: "Lanting Automation Co., Ltd." and "ＬＡＮＴＩＮＧ automation" are the same.
 *
 * Legal suffixes, punctuation, width, case and accents do not count. A name that is nothing but a suffix stays whole.
 */
export const normalName = (name: string): string => withoutSuffix(plainText(name));
