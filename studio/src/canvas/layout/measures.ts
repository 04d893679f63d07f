/** The distances of the drawing, in pixels at 100 %. Sole owner: faces, layout and routes all read them here. */
export const measures = {
  card: { width: 204, height: 56 },
  wideCard: { width: 204, height: 56 },
  approvalCard: { width: 204, height: 56 },
  diamond: { width: 46, height: 46 },
  pill: { width: 128, height: 36 },
  startPill: { width: 196, height: 36 },
  /** Labels of wires that leave their band: room right of the step, the first one's middle below the step's, the next one's. */
  exitLabel: { width: 62, first: 43, next: 23 },
  /** Equal height for every step keeps centre lines straight. */
  row: 56,
  labelBelow: 18,
  columnGap: 30,
  /** What a label on an inner wire adds to its column gap, whatever it says. */
  wireLabel: 48,
  rowGap: 24,
  unrelatedGap: 104,
  band: { left: 46, right: 30, top: 42, bottom: 16, least: 640, emptyHeight: 44 },
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
