/** What both pages answer, so that one run drives them alike. */
export interface Measured {
  readonly zoomTo: (zoom: number) => void;
  /** Brings a step to the middle; where it is then, on the page. */
  readonly pointOf: (id: string) => { readonly x: number; readonly y: number };
  /** Takes the last change back; whether there was one. */
  readonly undo: () => boolean;
  readonly nodes: number;
}

const frames: { at: number | null; deltas: number[] } = { at: null, deltas: [] };

const onFrame = (at: number): void => {
  if (frames.at !== null) {
    frames.deltas.push(at - frames.at);
    frames.at = at;
    requestAnimationFrame(onFrame);
  }
};

/** Offers a page to whoever measures it, with the times between its frames. */
export const offer = (page: Measured): void => {
  Reflect.set(window, "measured", {
    ...page,
    begin: () => {
      frames.deltas = [];
      frames.at = performance.now();
      requestAnimationFrame(onFrame);
    },
    end: (): number[] => {
      frames.at = null;
      return frames.deltas;
    },
  });
};

export const wantedNodes = (): number => Number(new URLSearchParams(location.search).get("nodes") ?? 1_000);
