import { proxyActivities, sleep } from "@temporalio/workflow";

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: "20 seconds" });

/**
 * What a case of the errand costs without the house: its timer and its three calls (the alarm that rang, and two effects), empty.
 */
export const bare = async (): Promise<void> => {
  await sleep("1 second");
  await nothing();
  await nothing();
  await nothing();
};
