import { rightsRules, type RightsAction } from "@sluice/domain";
import { useSession } from "./useSession.ts";

/**
 * Tells whether a role of the signed-in person allows an act for any record of a type at all: what is never possible is not
 * offered. Which records it is possible for, the door decides.
 */
export const useMay = (): ((action: RightsAction, recordType: string) => boolean) => {
  const roles = useSession().data?.person.roles ?? [];
  return (action, recordType) =>
    rightsRules.some((rule) => rule.action === action && rule.recordType === recordType && roles.includes(rule.role));
};
