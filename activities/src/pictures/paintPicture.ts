import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";

const font = (name: string): string => fileURLToPath(new URL(`../../fonts/${name}`, import.meta.url));

/** The most pixels that a picture may have: what is larger is painted smaller. */
const MOST_PIXELS = 40_000_000;

const sizeOf = (svg: string): number => {
  const [, width = "1", height = "1"] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return Number(width) * Number(height);
};

/**
 * Paints an SVG picture of our own as PNG, twice as fine as it is drawn, with the fonts that quotes are printed in.
 *
 * Beside the event loop. Fetches nothing: neither files nor fonts of the machine.
 */
export const paintPicture = async (svg: string): Promise<Uint8Array> => {
  const zoom = Math.min(2, Math.sqrt(MOST_PIXELS / sizeOf(svg)));
  const painted = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: zoom },
    font: {
      loadSystemFonts: false,
      fontFiles: [font("NotoSansSC-Regular.ttf"), font("NotoSansSC-Bold.ttf")],
      defaultFontFamily: "Noto Sans SC",
      sansSerifFamily: "Noto Sans SC",
    },
  });
  return painted.asPng();
};
