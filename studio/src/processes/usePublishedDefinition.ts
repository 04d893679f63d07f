import type { ProcessDefinition } from "@sluice/process";
import { useEffect, useState } from "react";
import type { StudioPorts } from "./studioPorts.ts";

interface Loaded {
  readonly version: number;
  readonly definition: ProcessDefinition;
}

interface PublishedDefinition {
  readonly definition: ProcessDefinition | null;
  /** Why it could not be loaded; null while it is on its way or there. */
  readonly failure: unknown;
  readonly retry: () => void;
}

/** A published version as it was drawn; `wanted` null wants none. One that cannot be loaded says so, and can be asked for again. */
export const usePublishedDefinition = (wanted: number | null, ports: StudioPorts): PublishedDefinition => {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (wanted === null || loaded?.version === wanted || failure !== null) return;
    let isCurrent = true;
    void ports.version(wanted).then(
      (found) => isCurrent && setLoaded({ version: wanted, definition: found }),
      (cause: unknown) => isCurrent && setFailure(cause ?? new Error("no answer")),
    );
    return () => {
      isCurrent = false;
    };
  }, [wanted, loaded, failure, ports]);
  return {
    definition: loaded !== null && loaded.version === wanted ? loaded.definition : null,
    failure,
    retry: () => setFailure(null),
  };
};
