import { Connection } from "@temporalio/client";

/** Tells whether a Temporal server at that address answers and has the namespace, within two seconds. */
export const temporalAnswers = async (address: string, namespace = "default"): Promise<boolean> => {
  let connection: Connection | null = null;
  try {
    connection = await Connection.connect({ address, connectTimeout: 2_000 });
    const { workflowService } = connection;
    await connection.withDeadline(Date.now() + 2_000, () => workflowService.describeNamespace({ namespace }));
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
};
