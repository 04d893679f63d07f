/**
 * Makes the committed fonts of printed documents out of the full ones, once whenever the characters change:
 *
 *   npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar -xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
 *   npm run fonts -- package
 *
 * What stays: GB 2312, Latin with its extensions, the signs of quotes, and characters of names that GB 2312 lacks.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const NAMES =
  "喆堃镕玥珺琤翀旻昉晞暄槿楹淼湉滢潆熠燊犇珝琰瑄璟甯祎禛禤翊芃苒菡蓁蘅赟轶郗钰铖锜锳锴霂靓頔颢飏骉骐麒麟龑堉垚埕堯喬垠峣崟弢彧徕忞昇昊昳晟晢暕杋栩桉棽楠樾橦歆泓洺浛浥淏湦溦滦炘炜烨焓煊煜玘玙玚玹珂珅珩琇琊琎琮瑀瑜瑨瑭璇璎璠璨盉砜硒祉祺禔筠箐篁粲缦羿聿茉荃荇莀菀葳薷衎袆諹诠诩谌谞豫贇跻逄邢郄郜鄢钊钲铄锐锟镠闳阮隽雯霏靖韬颀颉飒驎骁骞骧鲲鹓黉龢仝侃俣倓倞偲僖僡儁兖冏冼凇剀劢勍匄卬厪叒吉啟嗣嘏囡圩圲坤坭坻垕垟埇埔埗堽塬墉墘夤奡妘妤姁姮娴婧婳媖媛嫄嬿孖孜宓寔寘尕屾岍岱岽峻崧嵎嵘嵩";

const gb2312 = (): string => {
  const decoder = new TextDecoder("gbk");
  let text = "";
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (character.length === 1 && character !== "\ufffd") text += character;
    }
  }
  return text;
};

const latin = Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join("");
const characters = `${gb2312()}${latin}${NAMES}€£¥￥—–‘’“”…·•✓→←≥≤×²³™®№℃Ω`;

const [source = "package"] = process.argv.slice(2);
const into = fileURLToPath(new URL("../fonts/", import.meta.url));
mkdirSync(into, { recursive: true });
for (const [weight, name] of [
  ["400Regular", "Regular"],
  ["700Bold", "Bold"],
] as const) {
  const full = readFileSync(join(source, weight, `NotoSansSC_${weight}.ttf`));
  const small = await subsetFont(full, characters, { targetFormat: "sfnt" });
  writeFileSync(join(into, `NotoSansSC-${name}.ttf`), small);
  process.stdout.write(`${name}: ${(full.length / 1e6).toFixed(1)} MB -> ${(small.length / 1e6).toFixed(2)} MB\n`);
}
