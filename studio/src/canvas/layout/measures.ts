/** The distances of the drawing, in pixels at 100 %. Sole owner: faces, layout and routes all read them here. */
export const measures = {
  card: { width: 204, height: 56 },
  wideCard: { width: 204, height: 56 },
  approvalCard: { width: 204, height: 56 },
  diamond: { width: 46, height: 46 },
  pill: { width: 128, height: 36 },
  startPill: { width: 196, height: 36 },
  /**
   * Labels of wires that leave their row: room right of the step (more when they go several ways), the first one's middle below
   * the step's (a diamond has its name there), the next one's.
   */
  exitLabel: { width: 62, several: 96, first: 43, firstOfDiamond: 58, next: 23 },
  /** A label on a wire: `most` it is wide, `padding` beside its text. */
  label: { height: 20, padding: 14, most: 132 },
  /** Equal height for every step keeps centre lines straight. */
  row: 56,
  labelBelow: 18,
  columnGap: 30,
  /** What a label on an inner wire adds to its column gap, whatever it says. */
  wireLabel: 48,
  rowGap: 24,
  unrelatedGap: 104,
  /** Between the rows of a band that was too wide for one: room for one wire, `track` more for each further one. */
  rowChannel: 26,
  /** `wrap`: how far right the steps of one row and their labels may reach. */
  band: { left: 46, right: 30, top: 42, bottom: 16, least: 640, wrap: 1016, emptyHeight: 44 },
  /** Room under the steps of a band whose border carries moves. */
  portRoom: 22,
  port: { height: 24, gap: 10, left: 46 },
  gap: 26,
  track: 8,
  gapUnderPorts: 34,
  laneLeft: 22,
  lane: 12,
  corner: 9,
} as const;
