/** Whether a text holds only characters: no null and no half of a surrogate pair, which no column of Postgres takes. */
export const isStorableText = (text: string): boolean => !text.includes("\u0000") && !/\p{Cs}/u.test(text);
