import type { CarrierDoor } from "@sluice/records";
import type { Logger } from "@sluice/telemetry";
import type { Pool } from "pg";
import { forgetTurn } from "./forgetTurn.ts";
import { inboxTurn } from "./inboxTurn.ts";
import { listen } from "./listen.ts";
import { loop } from "./loop.ts";
import { outboxTurn } from "./outboxTurn.ts";
import { RELAY_DEFAULTS, type RelaySettings, type TemporalPlace } from "./relaySettings.ts";
import type { RelayStatus } from "./relayStatus.ts";
import { schedulesTurn } from "./schedulesTurn.ts";
import type { Sender } from "./sendDirective.ts";
import { sweepTurn } from "./sweepTurn.ts";
import { temporalLink } from "./temporalLink.ts";

export interface StartRelay {
  readonly pool: Pool;
  readonly carrier: CarrierDoor;
  readonly temporal: TemporalPlace;
  readonly settings?: Partial<RelaySettings>;
  /** The channel on which the door tells of its commits. */
  readonly channel: string;
  readonly log: Logger;
}

/** The relay of one process. */
export interface Relay {
  /** To be called right after a commit: looks for work at once. Without it the relay is woken by NOTIFY or its poll. */
  kick(): void;
  status(): Promise<RelayStatus>;
  /** Ends after what is under way; nothing is lost by stopping. */
  stop(): Promise<void>;
}

/**
 * Starts what carries commits on: the outbox to Temporal, the inboxes to the door, the schedules, and the sweep.
 *
 * Any number may run at once, in servers and workers. Nothing that was committed depends on one of them living: whatever
 * kills it, another or the next goes on from the rows. While Temporal is away it waits and says so; people go on deciding.
 */
export const startRelay = ({ pool, carrier, temporal, settings: given, channel, log }: StartRelay): Relay => {
  const settings = { ...RELAY_DEFAULTS, ...given };
  const link = temporalLink(temporal);
  const count = { swept: 0, rearmed: 0, startedAnew: 0 };
  let isOver = false;
  const sender = async (): Promise<Sender> => ({ carrier, link, epoch: await carrier.epoch() });

  const bulk = { batch: settings.bulkPerSecond };
  const people = { batch: 100 };
  const plan = { everyMs: settings.pollEveryMs, log };
  const slowly = { ...plan, leastMs: 1_000 };
  const outbox = [
    loop({ ...plan, name: "outbox people", turn: () => outboxTurn({ pool, lane: "people", sender, log, ...people }) }),
    loop({ ...slowly, name: "outbox bulk", turn: () => outboxTurn({ pool, lane: "bulk", sender, log, ...bulk }) }),
  ];
  const inbox = [
    loop({
      ...plan,
      name: "inbox people",
      turn: () => inboxTurn({ pool, lane: "people", carrier, log, ...people, width: 4 }),
    }),
    loop({
      ...slowly,
      name: "inbox bulk",
      turn: () => inboxTurn({ pool, lane: "bulk", carrier, log, ...bulk, width: 2 }),
    }),
  ];
  const sweep = loop({
    name: "sweep",
    everyMs: settings.sweepEveryMs,
    turn: () => sweepTurn({ pool, sender, settings, log, isOver: () => isOver, count }),
    log,
  });
  const schedules = loop({
    name: "schedules",
    everyMs: settings.sweepEveryMs,
    turn: () => schedulesTurn({ pool, sender, log }),
    log,
  });
  const forgetting = loop({
    name: "forgetting",
    everyMs: settings.forgetEveryMs,
    leastMs: plan.everyMs,
    turn: () => forgetTurn(pool, { days: settings.heardForDays }),
    log,
  });
  const migrations = loop({ ...plan, name: "migrations", turn: () => carrier.migrateMore() });
  const bulkActs = loop({ ...plan, name: "bulk acts", turn: () => carrier.bulkMore() });
  const lanes = [...outbox, ...inbox];
  const kick = (): void => lanes.forEach((it) => it.kick());
  link.onBack(() => {
    log.info("Temporal answers again");
    kick();
    sweep.kick();
    schedules.kick();
  });
  const ear =
    settings.listenUrl === null
      ? null
      : listen({ url: settings.listenUrl, channel, log }, (payload) => {
          if (payload === null || payload.includes("outbox")) outbox.forEach((it) => it.kick());
          if (payload === null || payload.includes("inbox")) inbox.forEach((it) => it.kick());
          if (payload === null || payload.includes('"process"')) schedules.kick();
        });

  return {
    kick,
    status: async () => {
      const { rows } = await pool.query<{ waiting: number }>("SELECT count(*)::int AS waiting FROM outbox");
      const { isUp, sinceMs, reason } = link.state;
      return {
        temporal: isUp ? "up" : "down",
        since: new Date(sinceMs).toISOString(),
        reason,
        waiting: rows[0]?.waiting ?? 0,
        ...count,
      };
    },
    stop: async () => {
      isOver = true;
      await Promise.all([...lanes, migrations, bulkActs, sweep, schedules, forgetting].map((it) => it.stop()));
      await ear?.close();
      await link.close();
    },
  };
};
