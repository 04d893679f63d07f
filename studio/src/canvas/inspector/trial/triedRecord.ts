import { create } from "zustand";

/** The record that conditions are tried on while drawing, one for each type; forgotten with the page. */
interface TriedRecords {
  readonly ids: Readonly<Record<string, string>>;
  readonly choose: (type: string, id: string | null) => void;
}

export const useTriedRecords = create<TriedRecords>((set) => ({
  ids: {},
  choose: (type, id) =>
    set(({ ids }) => {
      const { [type]: _before, ...others } = ids;
      return { ids: id === null ? others : { ...others, [type]: id } };
    }),
}));
