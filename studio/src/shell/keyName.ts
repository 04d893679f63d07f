const isApple = /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** How the reader's keyboard writes a shortcut: ⌘K on Apple's, Ctrl K elsewhere. */
export const keyName = (key: string): string => (isApple ? `⌘${key}` : `Ctrl ${key}`);
