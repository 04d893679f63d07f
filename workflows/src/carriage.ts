import type { CarrierAnswer, CaseRef, Directive } from "@sluice/contracts";
import { CancellationScope, isCancellation, setCurrentDetails } from "@temporalio/workflow";
import { type Bell, setBell } from "./bell.ts";
import { carryEffect } from "./carryEffect.ts";

/**
 * What one run is about: the newest directive, and what has been set going for it.
 *
 * `strive` brings what runs in line with what is wanted and may be called as often as one likes. What the door has answered
 * is not begun again for the same `seq`, so a door that repeats itself makes no hot loop; a signal begins it again, which is
 * how the sweep heals.
 */
export class Carriage {
  wish: Directive | null;
  /** Directives taken in by this run, by signal or by answer. */
  heard = 0;
  /** Set by whatever happens; the run's loop clears it before it looks. */
  isNews = true;
  /** The door has said that this run is of an older epoch. */
  isSuperseded = false;
  /** What no retry can heal: the run fails with it. */
  failure: { readonly cause: unknown } | null = null;

  readonly #ref: CaseRef;
  readonly #effects = new Map<string, CancellationScope>();
  readonly #settled = new Map<string, number>();
  #bell: Bell | null = null;

  constructor(ref: CaseRef, wish: Directive | null) {
    this.#ref = ref;
    this.wish = wish;
  }

  /** True while nothing runs that an answer is due for; a timer that has not fired does not count. */
  get isQuiet(): boolean {
    return this.#effects.size === 0 && this.#bell?.isRinging() !== true;
  }

  /** True when nothing is wanted and nothing runs. False while no directive has come at all. */
  get isDone(): boolean {
    return this.wish !== null && this.wish.alarmAt === null && this.wish.effects.length === 0 && this.isQuiet;
  }

  /** A directive by signal: asks again for whatever it wants and does not run. */
  hear(directive: Directive): void {
    this.#settled.clear();
    this.#take(directive);
  }

  /** Starts what is wanted and does not run, unless nothing may be started; cancels what is no longer wanted. */
  strive(mayStart: boolean): void {
    const { wish } = this;
    if (wish === null) return;
    const wanted = new Set(wish.effects.map(({ key }) => key));
    for (const [key, scope] of this.#effects) if (!wanted.has(key)) scope.cancel();
    for (const effect of mayStart ? wish.effects : []) {
      if (this.#effects.has(effect.key) || this.#isSettled(`effect ${effect.key}`)) continue;
      const scope = new CancellationScope();
      this.#effects.set(effect.key, scope);
      this.#follow(
        `effect ${effect.key}`,
        scope.run(() => carryEffect(this.#ref, effect)),
        () => this.#effects.delete(effect.key),
      );
    }
    this.#mindBell(mayStart ? wish.alarmAt : null);
  }

  #mindBell(alarmAt: string | null): void {
    if (this.#bell?.isRinging() === true || this.#bell?.at === alarmAt) return;
    this.#bell?.cancel();
    this.#bell = null;
    if (alarmAt === null || this.#isSettled(`alarm ${alarmAt}`)) return;
    const bell = setBell(this.#ref, alarmAt);
    this.#bell = bell;
    this.#follow(`alarm ${alarmAt}`, bell.answer, () => {
      if (this.#bell === bell) this.#bell = null;
    });
  }

  #follow(name: string, answer: Promise<CarrierAnswer>, end: () => void): void {
    answer.then(
      (said) => {
        end();
        this.#settled.set(name, this.wish?.seq ?? 0);
        this.isNews = true;
        if (said.verdict === "superseded") this.isSuperseded = true;
        else this.#take(said.directive);
      },
      (cause: unknown) => {
        end();
        this.isNews = true;
        if (!isCancellation(cause)) this.failure = { cause };
      },
    );
  }

  #take(directive: Directive): void {
    this.heard += 1;
    this.isNews = true;
    if (this.wish !== null && directive.seq < this.wish.seq) return;
    this.wish = directive;
    setCurrentDetails(directive.stage);
  }

  #isSettled(name: string): boolean {
    return this.#settled.get(name) === this.wish?.seq;
  }
}
