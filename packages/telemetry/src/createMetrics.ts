import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** The registry of one process and the makers of what it counts; names begin with `sluice_`. */
export interface Metrics {
  readonly registry: Registry;
  counter(name: string, help: string, labels?: readonly string[]): Counter<string>;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge<string>;
  /** Times things in seconds, with buckets from 1 ms to 30 s. */
  durations(name: string, help: string, labels?: readonly string[]): Histogram<string>;
  /** To be called before each page is written, to read what is not counted as it happens. */
  beforePage(read: () => Promise<void>): void;
  /** The page that Prometheus reads. */
  page(): Promise<string>;
}

const BUCKETS = [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1, 2, 5, 10, 30];

/** Makes a registry of its own, so two servers in one process, as tests have them, never share a count. */
export const createMetrics = ({ part }: { part: string }): Metrics => {
  const registry = new Registry();
  registry.setDefaultLabels({ part });
  collectDefaultMetrics({ register: registry });
  const named = (name: string, help: string, labels: readonly string[]) => ({
    name: `sluice_${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  });
  const readings: (() => Promise<void>)[] = [];
  return {
    registry,
    counter: (name, help, labels = []) => new Counter(named(name, help, labels)),
    gauge: (name, help, labels = []) => new Gauge(named(name, help, labels)),
    durations: (name, help, labels = []) => new Histogram({ ...named(name, help, labels), buckets: BUCKETS }),
    beforePage: (read) => void readings.push(read),
    page: async () => {
      await Promise.all(readings.map((read) => read()));
      return registry.metrics();
    },
  };
};
