import { z } from "zod";

/** Whether what waits for time and outer effects is carried on now. While it is not, people go on deciding and nothing is lost. */
export const carrierHealth = z.object({ isUp: z.boolean(), since: z.string(), waiting: z.number() });
export type CarrierHealth = z.infer<typeof carrierHealth>;
