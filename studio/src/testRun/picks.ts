import { type Expectation, type PlayedMoment, proposalsFor, type Story } from "@sluice/process";

/** Something that a moment could be expected to show, and whether it is ticked when the dialog opens. */
export interface Pick {
  readonly expectation: Expectation;
  readonly isTicked: boolean;
}

const keyOf = (expectation: Expectation): string => JSON.stringify(expectation);

/** Fails the story when it is not expected. */
const isNeeded = ({ see }: Expectation): boolean => see === "refused" || see === "incident";

/**
 * What the moments of a run propose to expect. What a story expected already stays ticked, and nothing else of such a moment is,
 * but what would fail it; where nothing was told yet, the usual is.
 */
export const picksFor = (
  moments: readonly PlayedMoment[],
  story: Story,
  toldBefore: Story | null,
): readonly (readonly Pick[])[] =>
  moments.map((moment, at) => {
    const expected = at === 0 ? story.given.expect : (story.steps[at - 1]?.expect ?? []);
    const wasTold =
      toldBefore !== null &&
      at <= toldBefore.steps.length &&
      toldBefore.steps[at - 1]?.when === story.steps[at - 1]?.when;
    const proposed = proposalsFor(moment, moments[at - 1] ?? null);
    const known = new Set(expected.map(keyOf));
    return [
      ...expected.map((expectation) => ({ expectation, isTicked: true })),
      ...proposed
        .filter(({ expectation }) => !known.has(keyOf(expectation)))
        .map(({ expectation, isUsual }) => ({
          expectation,
          isTicked: isNeeded(expectation) || (isUsual && !wasTold),
        })),
    ];
  });
