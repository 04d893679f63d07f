/** True while a menu or a dialog lies over the page: the keys are its own then, and no letter approves anything. */
export const isCovered = (): boolean => document.querySelector('[role="menu"], [role="dialog"]') !== null;
