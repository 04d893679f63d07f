import { useSayings } from "../sayings/useSayings.ts";

/** What settings and their choices are called: the name for this kind of field, else for its key anywhere. */
export const useLabels = () => {
  const { say, has } = useSayings();
  return {
    field: (key: string, within = ""): string => {
      const special = `field.${within}_${key}`;
      return has(special) ? say(special) : has(`field.${key}`) ? say(`field.${key}`) : key;
    },
    option: (key: string, value: string | number | boolean): string => {
      const special = `option.${key}.${value}`;
      return has(special) ? say(special) : String(value);
    },
  };
};
