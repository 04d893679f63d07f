import { useQueryOf } from "../api/useQueryOf.ts";

/** Who is signed in; null when nobody is. */
export const useSession = () => useQueryOf("session.me", undefined, { staleMs: 5 * 60_000 });
