import type { BenchFigure, BenchPart, BenchTurn } from "./benchPart.ts";
import { type DoorStage, doorStage } from "./door/doorStage.ts";
import { closedLoop, inTurn, type Leg, openLoop } from "./door/load.ts";
import { theGround } from "./ground/theGround.ts";
import { percentile } from "./percentile.ts";

const QUOTES = 2_000;
const PER_SECOND = 60;
const RUSH_PER_SECOND = 200;
const SIZES = [100, 1_000, 10_000] as const;
/** As many as the door's pool has connections. */
const WIDTH = 10;

interface Both {
  readonly door: number[];
  readonly bare: number[];
}

const onlyBusy = (leg: Leg): void => {
  const others = [...leg.errors].filter(([code]) => code !== "BUSY");
  if (others.length > 0)
    throw new Error(`steps went wrong: ${others.map(([code, times]) => `${code} × ${times}`).join("; ")}`);
};

/** Door and bare SQL in turn at a person's pace, leg by leg, so that what else the machine does strikes both. */
const atPace = async (stage: DoorStage, { legs, seconds }: { legs: number; seconds: number }): Promise<Both> => {
  const both: Both = { door: [], bare: [] };
  const nextOf = { door: inTurn(stage.quotes), bare: inTurn(stage.quotes) };
  for (let leg = 0; leg < legs; leg += 1) {
    for (const who of leg % 2 === 0 ? (["bare", "door"] as const) : (["door", "bare"] as const)) {
      const it = await openLoop(stage[who], { next: nextOf[who], perSecond: PER_SECOND, seconds });
      onlyBusy(it);
      both[who].push(...it.latenciesMs);
    }
  }
  return both;
};

const latencies = (what: string, { door, bare }: Both): readonly BenchFigure[] =>
  (
    [
      ["p50", 0.5, 4],
      ["p99", 0.99, 10],
    ] as const
  ).flatMap(([name, share, atMost]): BenchFigure[] => {
    const [ours, theirs] = [percentile(door, share), percentile(bare, share)];
    return [
      { figure: `${what}: door ${name}`, value: ours, unit: "ms" },
      { figure: `${what}: bare SQL ${name}`, value: theirs, unit: "ms" },
      { figure: `${what}: ${name}, door to bare SQL`, value: ours / theirs, unit: "×", limit: { atMost } },
    ];
  });

const asFastAsItGoes = async (stage: DoorStage, seconds: number): Promise<readonly BenchFigure[]> => {
  const done = { door: 0, bare: 0 };
  const next = { door: inTurn(stage.quotes), bare: inTurn(stage.quotes) };
  for (const who of ["bare", "door", "door", "bare"] as const) {
    const leg = await closedLoop(stage[who], { next: next[who], width: WIDTH, seconds });
    onlyBusy(leg);
    done[who] += leg.latenciesMs.length / (leg.tookMs / 1_000) / 2;
  }
  return [
    { figure: "steps a second, door", value: done.door, unit: "/s" },
    { figure: "steps a second, bare SQL", value: done.bare, unit: "/s" },
    { figure: "steps a second, door to bare SQL", value: done.door / done.bare, unit: "×", limit: { atLeast: 0.6 } },
  ];
};

const rush = async (stage: DoorStage, seconds: number, say: BenchTurn["say"]): Promise<readonly BenchFigure[]> => {
  const leg = await openLoop(stage.door, { next: inTurn(stage.quotes), perSecond: RUSH_PER_SECOND, seconds });
  const busy = leg.errors.get("BUSY") ?? 0;
  const others = [...leg.errors.values()].reduce((sum, times) => sum + times, 0) - busy;
  for (const [code, times] of leg.errors) say(`refused at ${RUSH_PER_SECOND}/s: ${code} × ${times}`);
  const what = `at ${RUSH_PER_SECOND}/s for ${seconds.toFixed(0)} s`;
  return [
    { figure: `${what}: answered`, value: leg.latenciesMs.length, unit: "" },
    { figure: `${what}: BUSY`, value: busy, unit: "" },
    { figure: `${what}: other errors`, value: others, unit: "", limit: { atMost: 0 } },
    { figure: `${what}: the queue drains within`, value: leg.drainMs / 1_000, unit: "s", limit: { atMost: 10 } },
  ];
};

/** A person's command in the door beside the very statements that it sends, over 100 to 10,000 open quotes. */
export const door: BenchPart = async ({ say, share }): Promise<readonly BenchFigure[]> => {
  await using ground = await theGround(say);
  const figures: BenchFigure[] = [];
  {
    await using stage = await doorStage(ground, QUOTES);
    const [submit, reject] = stage.roundTrips;
    say(`${stage.openCases} open cases; a submission is ${submit} round trips, a decision ${reject}`);
    await atPace(stage, { legs: 1, seconds: 3 });
    const both = await atPace(stage, { legs: 4, seconds: 15 * share });
    figures.push(...latencies(`${PER_SECOND}/s over ${QUOTES} quotes`, both));
    figures.push(...(await asFastAsItGoes(stage, 8 * share)));
    figures.push(...(await rush(stage, 20 * share, say)));
  }
  const p50 = new Map<number, number>();
  for (const quotes of SIZES) {
    await using stage = await doorStage(ground, quotes);
    say(`${stage.openCases} open cases`);
    await atPace(stage, { legs: 1, seconds: 1 });
    const both = await atPace(stage, { legs: 2, seconds: 8 * share });
    p50.set(quotes, percentile(both.door, 0.5) / percentile(both.bare, 0.5));
    figures.push(...latencies(`over ${quotes} quotes`, both));
  }
  const [least, most] = [p50.get(SIZES[0]) ?? Number.NaN, p50.get(SIZES[2]) ?? Number.NaN];
  figures.push({
    figure: `p50 to bare SQL, ${SIZES[2]} quotes to ${SIZES[0]}`,
    value: most / least,
    unit: "×",
    limit: { atMost: 1.5 },
  });
  return figures;
};
