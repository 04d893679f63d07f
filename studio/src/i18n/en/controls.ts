/** The texts of control points: writing them, proving them, and what shows where one fails. */
export const controls = {
  title: "Control points",
  about: "Sentences that hold on every path. They are proved before publishing and enforced in every case.",
  none: "Write what must hold on every path, whatever is drawn. It is proved before publishing and enforced in every case.",
  empty: "None are written.",
  add: "Add a control point",
  remove: "Remove",
  removeOne: "Remove: {{control}}",
  initiator: "Starting the case",
  notDrawn: "{{point}} (not drawn)",
  group: {
    start: "Beginning",
    stages: "Stages",
    stepsOf: "Steps in {{stage}}",
    milestones: "Milestones",
    lost: "No longer there",
  },
  template: {
    neverBefore: "… never before …",
    followedBy: "… is always followed by …",
    atMostOnce: "… at most once",
    notSamePerson: "… and … never by the same person",
    passes: "Where …, always … before …",
  },
  part: {
    neverBefore: { point: "This never", before: "before any of these" },
    followedBy: { point: "This is always", by: "followed by one of these" },
    atMostOnce: { point: "This at most once" },
    notSamePerson: { point: "Whoever does this", other: "never does this" },
    passes: { when: "Where", through: "always this", before: "before this" },
  },
} as const;
