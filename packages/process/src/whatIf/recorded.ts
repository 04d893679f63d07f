import type { CaseEvent } from "../kernel/event.ts";
import type { CaseState } from "../kernel/state.ts";
import type { Write } from "../kernel/write.ts";
import type { Walk, WalkedStep } from "./refold.ts";

/** What happened, and as which event of its case. */
export interface RecordedEvent {
  readonly seq: number;
  readonly event: CaseEvent;
}

/** A place that something was waited for at: since when, by whom, what was done about it, and when that was over. */
export interface RecordedPlace {
  readonly key: string;
  readonly people: readonly string[];
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly events: readonly RecordedEvent[];
}

/** That an alarm which was due had not rung before something else happened; or that it rang then. */
export interface Nap {
  /** When the alarm was due. */
  readonly dueAt: string;
  /** When it had not rung yet, or rang. */
  readonly at: string;
  readonly seq: number;
  readonly isOver: boolean;
}

/** What is known of a closed case, by what it hangs on: a task of a step, a visit to a stage, an effect, a child, an incident. */
export interface Recorded {
  readonly tasks: ReadonlyMap<string, readonly RecordedPlace[]>;
  readonly visits: ReadonlyMap<string, readonly RecordedPlace[]>;
  readonly effects: ReadonlyMap<string, readonly RecordedPlace[]>;
  readonly children: ReadonlyMap<string, readonly RecordedPlace[]>;
  readonly incidents: ReadonlyMap<string, readonly RecordedPlace[]>;
  /** What came from outside, at its own time. */
  readonly absolute: readonly RecordedEvent[];
  /** Each time that something happened while an alarm was due, in order. */
  readonly naps: readonly Nap[];
}

/** The name that tasks of a step go by. */
export const taskPlace = (node: string, kind: string): string => `${node}:${kind}`;

/** The step that opened a child: the one whose wait has its key. */
export const nodeOfChild = (state: CaseState, key: string): string | null =>
  state.waits.find((wait) => wait.kind === "child" && wait.id === key)?.node ?? null;

type Open = { -readonly [Key in keyof RecordedPlace]: RecordedPlace[Key] } & { events: RecordedEvent[] };

/** Collects what was opened under a name, in its order, and finds it again by its key. */
class Places {
  readonly byName = new Map<string, Open[]>();
  private readonly byKey = new Map<string, Open>();

  open(name: string, key: string, openedAt: string, people: readonly string[] = []): void {
    const place: Open = { key, people, openedAt, closedAt: null, events: [] };
    this.byKey.set(key, place);
    this.byName.set(name, [...(this.byName.get(name) ?? []), place]);
  }

  close(key: string, at: string): void {
    const place = this.byKey.get(key);
    if (place && place.closedAt === null) place.closedAt = at;
  }

  note(key: string, event: RecordedEvent): boolean {
    const place = this.byKey.get(key);
    place?.events.push(event);
    return place !== undefined;
  }
}

const napsIn = (steps: readonly WalkedStep[]): readonly Nap[] =>
  steps.flatMap(({ event: { type, at }, answer }, index): readonly Nap[] => {
    const dueAt = steps[index - 1]?.answer.alarmAt ?? null;
    return dueAt === null || dueAt > at ? [] : [{ dueAt, at, seq: answer.state.seq, isOver: type === "alarmRang" }];
  });

/** Puts everything that a case went through where it belongs. */
export const recordedIn = ({ steps }: Pick<Walk, "steps">): Recorded => {
  const [tasks, visits, effects, children, incidents] = [1, 2, 3, 4, 5].map(() => new Places()) as [
    Places,
    Places,
    Places,
    Places,
    Places,
  ];
  const absolute: RecordedEvent[] = [];
  let visit: string | null = null;

  const heard = (recorded: RecordedEvent): void => {
    const { event } = recorded;
    switch (event.type) {
      case "task":
        tasks.note(event.task, recorded);
        return;
      case "move":
        if (visit !== null) visits.note(visit, recorded);
        return;
      case "effectDone":
      case "effectFailed":
        effects.note(event.effect, recorded);
        return;
      case "childEnded":
        children.note(event.childKey, recorded);
        return;
      case "intervene":
        if (event.act.do === "reassign") tasks.note(event.act.task, recorded);
        else if ("incident" in event.act) incidents.note(event.act.incident, recorded);
        else absolute.push(recorded);
        return;
      case "alarmRang":
      case "migrate":
      case "forbidden":
        return;
      case "start":
      case "firstStep":
      case "message":
      case "factsChanged":
        absolute.push(recorded);
    }
  };

  const wrote = (write: Write, { event: { at }, answer: { state } }: WalkedStep): void => {
    switch (write.write) {
      case "openTask":
        return tasks.open(taskPlace(write.task.node, write.task.kind), write.task.key, at, write.task.people);
      case "closeTask":
        return tasks.close(write.task, at);
      case "enterStage":
        if (visit !== null) visits.close(visit, at);
        visit = `${write.stage}@${state.seq}`;
        return visits.open(write.stage, visit, at);
      case "openChild":
        return children.open(nodeOfChild(state, write.key) ?? "", write.key, at);
      case "raiseIncident":
        return incidents.open(write.node, write.incident, at);
      case "clearIncident":
        return incidents.close(write.incident, at);
      default:
        return;
    }
  };

  for (const step of steps) {
    heard({ seq: step.answer.state.seq, event: step.event });
    for (const write of step.answer.writes) wrote(write, step);
    for (const { key, node } of step.answer.wanted) effects.open(node, key, step.event.at);
  }
  return {
    tasks: tasks.byName,
    visits: visits.byName,
    effects: effects.byName,
    children: children.byName,
    incidents: incidents.byName,
    absolute,
    naps: napsIn(steps),
  };
};
