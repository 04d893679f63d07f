const WORDS = /secret|change.?me|password|example|default|insecure|sluice|please|replace/i;

/**
 * Tells whether a secret is one that people leave in by mistake: a word of every example file, or too few different
 * characters to have been made at random.
 */
export const isKnownInsecure = (secret: string): boolean => WORDS.test(secret) || new Set(secret).size < 10;
