/**
 * Small definitions for tests, here and in the studio: a process in a few words, the world it is checked in, and nets.
 *
 * Nothing that runs imports this.
 */
export {
  aProcess,
  approvalOf,
  guardOf,
  setting,
  taskOf,
  timerOf,
  type StageDraft,
  type StepDraft,
} from "./aProcess.ts";
export { ann, branch, checkedIn, day, moving, work } from "./aChecked.ts";
export { aNet } from "../verify/aNet.ts";
