/** Something that is kept running. */
export interface Service {
  readonly name: string;
  /** Resolves when it is ready for work; rejects when it will not be, or when `signal` says that it is no longer wanted. */
  start(signal: AbortSignal): Promise<RunningService>;
}

/** One life of a service. */
export interface RunningService {
  /** Resolves when it has ended, whoever ended it. */
  untilExit(): Promise<void>;
  /** Ends it cleanly and resolves when it is gone. May be called when it is gone already. */
  stop(): Promise<void>;
}
