import { rightsRules, type RightsAction } from "@sluice/domain";

/** Tells whether one of these roles allows an act for any record of a type at all. Which records, the door decides. */
export const mayEver = (roles: readonly string[], action: RightsAction, recordType: string): boolean =>
  rightsRules.some((rule) => rule.action === action && rule.recordType === recordType && roles.includes(rule.role));
