import { instantText, parseInstant } from "../time/instant.ts";

/** What clocks that are ahead of UTC by an offset show at an instant, to the second: `2026-11-26T14:05:00`; what is no instant stays as it is. */
export const wallTime = (at: string, offsetAt: (epochMs: number) => number): string => {
  const epochMs = parseInstant(at);
  return epochMs === null ? at : instantText(epochMs + offsetAt(epochMs)).slice(0, 19);
};
