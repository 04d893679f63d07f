import { isError, type ProcessDefinition } from "@sluice/process";
import { useEffect, useMemo, useRef } from "react";
import { noProof, proofOf, provable } from "../canvas/controls/proof.ts";
import type { Finding } from "../canvas/problems/finding.ts";
import { schemaFindings } from "../canvas/problems/schemaFindings.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { isOfStories } from "../testRun/isOfStories.ts";
import type { StudioPorts } from "./studioPorts.ts";

const PAUSE_MS = 400;
/** A proof takes the checker's time for seconds, so it waits until the hand rests. */
const PROOF_PAUSE_MS = 900;

interface Said {
  found: readonly Finding[];
  told: readonly Finding[];
  /** The prover has answered, which plays the stories itself. */
  isProved: boolean;
}

/**
 * Keeps the problems up to date: a moment after each change, never while something is dragged, the newest answer only. Once
 * nothing is wrong its stories are played beside the page and the control points are proved, without anybody waiting for it.
 * `rest` stops asking, so that publishing, which proves by itself, need not wait behind it; `goOn` asks again.
 */
export const useFindings = (
  store: CanvasStore,
  ports: StudioPorts,
): { readonly rest: () => void; readonly goOn: () => void } => {
  const asked = useRef({ rest: (): void => undefined, goOn: (): void => undefined });
  useEffect(() => {
    let timer: number | undefined;
    let asking: AbortController | null = null;
    let proved: string | null = null;

    /** What the checker and the stories say of the draft as it stands; what they said before holds until they answer. */
    let said: Said = { found: [], told: [], isProved: false };
    const judgeBoth = ({ found, told, isProved }: Said): void => {
      const hasErrors = found.some(isError);
      if (!isProved) store.getState().judge({ checked: hasErrors ? found : [...found, ...told] });
    };
    const play = async (definition: ProcessDefinition, signal: AbortSignal) => {
      const own = said;
      own.told = await ports.play(definition);
      if (!signal.aborted) judgeBoth(own);
    };

    const prove = async (signal: AbortSignal) => {
      const { definition, judge } = store.getState();
      const text = provable(definition);
      const startedAt = performance.now();
      try {
        const findings = await ports.prove(definition, signal);
        if (signal.aborted) return;
        proved = text;
        said.isProved = true;
        judge({ checked: findings, proof: proofOf(definition, { findings, tookMs: performance.now() - startedAt }) });
      } catch (error) {
        if (signal.aborted) return;
        judge({ proof: { ...store.getState().proof, status: "failed" } });
        if (!(error instanceof Error)) throw error;
      }
    };
    const proveSoon = (signal: AbortSignal) => {
      const { definition, proof, checked, judge } = store.getState();
      if ((definition.controls ?? []).length === 0) return judge({ proof: noProof });
      // A story that goes otherwise keeps nobody from proving what holds on every path.
      if (checked.some((finding) => isError(finding) && !isOfStories(finding))) {
        proved = null;
        return judge({ proof: { ...noProof, status: "waiting" } });
      }
      if (proof.status === "done" && proved === provable(definition)) return;
      judge({ proof: { ...proof, status: "proving" } });
      timer = window.setTimeout(() => void prove(signal), PROOF_PAUSE_MS);
    };
    const check = async () => {
      const { definition, judge } = store.getState();
      const { signal } = (asking = new AbortController());
      const own = schemaFindings(definition);
      if (own.length > 0) {
        judge({ checked: own });
        return proveSoon(signal);
      }
      const { checked } = store.getState();
      said = { found: checked.filter((it) => !isOfStories(it)), told: checked.filter(isOfStories), isProved: false };
      const now = said;
      void play(definition, signal);
      try {
        now.found = await ports.check(definition, signal);
        if (signal.aborted) return;
        judgeBoth(now);
        proveSoon(signal);
      } catch (error) {
        // The last findings stand until the checker can be asked again.
        if (!signal.aborted && !(error instanceof Error)) throw error;
      }
    };
    const rest = () => {
      asking?.abort();
      window.clearTimeout(timer);
    };
    const soon = () => {
      rest();
      timer = window.setTimeout(() => void check(), PAUSE_MS);
    };
    asked.current = { rest, goOn: soon };
    soon();
    const stop = store.subscribe((state, before) => {
      if (state.definition !== before.definition) soon();
    });
    return () => {
      stop();
      rest();
    };
  }, [store, ports]);
  return useMemo(() => ({ rest: () => asked.current.rest(), goOn: () => asked.current.goOn() }), []);
};
