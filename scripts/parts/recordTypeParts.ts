import type { Part } from "./part.ts";

/** All that a record type consists of (architecture 2): fields and rules, the door's side, the studio's side, rights tried. */
export const recordTypeParts = (type: string): readonly Part[] => {
  const line = (text: string): RegExp => new RegExp(`^ +${text}`, "m");
  return [
    { what: "fields", path: `packages/domain/src/${type}/${type}.ts`, says: new RegExp(`type: "${type}"`) },
    { what: "fields by type", path: "packages/domain/src/recordSchemas.ts", says: line(`${type},`) },
    {
      what: "at the door",
      path: `packages/records/src/${type}/${type}RecordType.ts`,
      says: new RegExp(`export const ${type}RecordType\\b`),
    },
    { what: "at the door by type", path: "packages/records/src/recordTypes.ts", says: line(`${type}RecordType,`) },
    {
      what: "face",
      path: `studio/src/records/${type}/${type}Face.ts`,
      says: new RegExp(`export const ${type}Face\\b`),
    },
    { what: "face by type", path: "studio/src/records/recordFaces.ts", says: line(`${type}: ${type}Face,`) },
    { what: "rights tried", path: "test/doors/rightsMatrix.test.ts", says: line(`${type}: "`) },
    { what: "glossary", path: "docs/glossary.md", says: new RegExp(`^\\|.*\`${type}\`.*\\|$`, "m") },
  ];
};
