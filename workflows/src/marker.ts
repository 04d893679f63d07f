import { condition } from "@temporalio/workflow";

/**
 * Stays open for ever and does nothing: that it is there says that this Temporal server knows this install.
 *
 * A server that answers without it has lost (or never had) the install's runs, so the relay sends everything wanted again.
 */
export const marker = (): Promise<void> => condition(() => false);
