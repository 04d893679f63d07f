import { carrierId, type CaseRef, DIRECTIVE_SIGNAL, queueName } from "@sluice/contracts";
import type { CarrierDoor } from "@sluice/records";
import { WorkflowNotFoundError } from "@temporalio/client";
import type { TemporalLink } from "./temporalLink.ts";

/** A case whose carrier is to hear its directive. */
export interface Addressee {
  readonly caseId: string;
  readonly processKey: string;
  readonly lane: "people" | "bulk";
}

/** What sending needs: the door's side, the line, and the epoch that ids begin with. */
export interface Sender {
  readonly carrier: CarrierDoor;
  readonly link: TemporalLink;
  readonly epoch: string;
}

/**
 * Tells a case's carrier the whole wish as it is now, and starts the carrier when none runs.
 *
 * Computed when it is sent, so sending late, twice or out of order does no harm. When nothing is wanted no run is started for
 * it: only one that runs is told.
 */
export const sendDirective = async (
  { carrier, link, epoch }: Sender,
  { caseId, processKey, lane }: Addressee,
): Promise<void> => {
  const directive = await carrier.directiveOf(caseId);
  if (directive === null) return;
  const workflowId = carrierId(epoch, caseId);
  if (directive.alarmAt === null && directive.effects.length === 0) {
    try {
      await link.call((client) => client.workflow.getHandle(workflowId).signal(DIRECTIVE_SIGNAL, directive));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
    return;
  }
  const ref: CaseRef = { caseId, epoch };
  await link.call((client) =>
    client.workflow.signalWithStart(processKey, {
      workflowId,
      taskQueue: queueName(epoch, lane),
      args: [ref],
      signal: DIRECTIVE_SIGNAL,
      signalArgs: [directive],
      workflowIdReusePolicy: "ALLOW_DUPLICATE",
      workflowIdConflictPolicy: "USE_EXISTING",
    }),
  );
};
