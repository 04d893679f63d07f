import { useQueryOf } from "../api/useQueryOf.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { TaskDetail } from "./TaskDetail.tsx";

interface OpenTaskProps {
  readonly id: string;
  readonly onBack: () => void;
  readonly onActed: () => void;
}

/** One task at its id. */
export function OpenTask({ id, onBack, onActed }: OpenTaskProps) {
  const answer = useQueryOf("tasks.get", { id });
  if (answer.data !== undefined) return <TaskDetail answer={answer.data} onBack={onBack} onActed={onActed} />;
  return answer.error ? (
    <FailureState error={answer.error} onRetry={() => void answer.refetch()} />
  ) : (
    <LoadingState rows={6} />
  );
}
