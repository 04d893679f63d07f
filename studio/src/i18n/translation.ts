/** The Chinese side of an area: the same keys, in the same shape. */
export type TranslationOf<Area> = {
  readonly [Key in keyof Area]: Area[Key] extends string ? string : TranslationOf<Area[Key]>;
};
