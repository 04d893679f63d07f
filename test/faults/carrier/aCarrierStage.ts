import { type OuterBlocks, createWorker, type CarrierWorker } from "@sluice/activities";
import { carrierId, type CaseRef, type Directive, DIRECTIVE_SIGNAL, queueName } from "@sluice/contracts";
import type { CarrierDoor } from "@sluice/records";
import { Client, Connection, type WorkflowHandleWithSignaledRunId } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import { aTemporal } from "../../support/index.ts";
import { theBundles } from "./theBundles.ts";

/** A real Temporal server and real workers on a door of one's own, to look at carriers. */
export interface CarrierStage {
  readonly epoch: string;
  readonly client: Client;
  worker: CarrierWorker;
  /** Signals the case's carrier as the relay does, starting it when none runs. */
  signal(
    caseId: string,
    directive: Directive,
    settings?: { readonly limits: { quietFrom: number; regardlessAt: number } },
  ): Promise<WorkflowHandleWithSignaledRunId>;
  startWorker(): Promise<CarrierWorker>;
  [Symbol.asyncDispose](): Promise<void>;
}

Runtime.install({ logger: new DefaultLogger("ERROR") });

export const aCarrierStage = async (
  doorOf: (epoch: string) => CarrierDoor,
  blocks: OuterBlocks,
  settings: { readonly maxCachedWorkflows?: number } = {},
): Promise<CarrierStage> => {
  const { address, namespace, epoch } = await aTemporal();
  const door = doorOf(epoch);
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace });
  const startWorker = (): Promise<CarrierWorker> =>
    createWorker({ door, blocks, connection: native, namespace, epoch, cacheDir: theBundles(), ...settings });
  const stage: CarrierStage = {
    epoch,
    client,
    worker: await startWorker(),
    startWorker,
    signal: (caseId, directive, carried) => {
      const ref: CaseRef = { caseId, epoch };
      return client.workflow.signalWithStart("scripted", {
        workflowId: carrierId(epoch, caseId),
        taskQueue: queueName(epoch, "people"),
        args: carried === undefined ? [ref] : [ref, carried],
        signal: DIRECTIVE_SIGNAL,
        signalArgs: [directive],
        workflowIdReusePolicy: "ALLOW_DUPLICATE",
        workflowIdConflictPolicy: "USE_EXISTING",
      });
    },
    [Symbol.asyncDispose]: async () => {
      await stage.worker.stop();
      await native.close();
      await connection.close();
    },
  };
  return stage;
};
