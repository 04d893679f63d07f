import { type OuterBlocks, type CarrierWorker } from "@sluice/activities";
import { type Directive } from "@sluice/contracts";
import type { CarrierDoor } from "@sluice/records";
import { Client, type WorkflowHandleWithSignaledRunId } from "@temporalio/client";
/** A real Temporal server and real workers on a door of one's own, to look at carriers. */
export interface CarrierStage {
    readonly epoch: string;
    readonly client: Client;
    worker: CarrierWorker;
    /** Signals the case's carrier as the relay does, starting it when none runs. */
    signal(caseId: string, directive: Directive, settings?: {
        readonly limits: {
            quietFrom: number;
            regardlessAt: number;
        };
    }): Promise<WorkflowHandleWithSignaledRunId>;
    startWorker(): Promise<CarrierWorker>;
    [Symbol.asyncDispose](): Promise<void>;
}
export declare const aCarrierStage: (doorOf: (epoch: string) => CarrierDoor, blocks: OuterBlocks, settings?: {
    readonly maxCachedWorkflows?: number;
}) => Promise<CarrierStage>;
