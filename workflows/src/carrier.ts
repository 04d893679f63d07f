import { type CaseRef, type Directive, DIRECTIVE_SIGNAL } from "@sluice/contracts";
import { condition, continueAsNew, defineSignal, setHandler, sleep, workflowInfo } from "@temporalio/workflow";
import { Carriage } from "./carriage.ts";
import { type Limits, LIMITS } from "./limits.ts";

const directiveSignal = defineSignal<[Directive]>(DIRECTIVE_SIGNAL);

/** What a run that continues as new hands on to itself. */
export interface Carried {
  readonly directive?: Directive | null;
  readonly limits?: Limits;
}

/**
 * Carries the time and the outer effects of one case: at any moment it strives for the newest directive and nothing else.
 *
 * Holds nothing worth keeping: every directive is the whole wish, so a lost, repeated or late one does no harm, and a run
 * that is terminated and started anew goes on where the case stands.
 *
 * Ends when nothing is wanted, or when the door answers that the run is of an older epoch. Before it ends it crosses one more
 * task: a signal on its way is heard by this run, a later one starts a new run under the same id. Cancelled, it ends as
 * cancelled; the sweep then starts it anew if the case still wants something.
 */
export const carrier = async (ref: CaseRef, { directive = null, limits = LIMITS }: Carried = {}): Promise<void> => {
  const carriage = new Carriage(ref, directive);
  setHandler(directiveSignal, (heard) => carriage.hear(heard));

  for (;;) {
    carriage.isNews = false;
    if (carriage.failure !== null) throw carriage.failure.cause;
    if (carriage.isSuperseded) return;
    const isFull = carriage.heard >= limits.quietFrom || workflowInfo().continueAsNewSuggested;
    carriage.strive(!isFull);
    if (carriage.isDone) {
      await sleep(1, { summary: "Listens once more before it ends" });
      if (!carriage.isNews) return;
    } else if (carriage.heard >= limits.regardlessAt || (isFull && carriage.isQuiet)) {
      await continueAsNew<typeof carrier>(ref, { directive: carriage.wish, limits });
    } else {
      await condition(() => carriage.isNews);
    }
  }
};
