import type { RightsAction } from "@sluice/domain";
import { mayEver } from "./mayEver.ts";
import { useSession } from "./useSession.ts";

/** Tells whether the signed-in person may ever do something with records of a type: what is never possible is not offered. */
export const useMay = (): ((action: RightsAction, recordType: string) => boolean) => {
  const roles = useSession().data?.person.roles ?? [];
  return (action, recordType) => mayEver(roles, action, recordType);
};
