/** An element of an XML file, its name with its prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

/** An element; attributes without a value are left out. */
export const xml = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlNode | string)[] = [],
): XmlNode => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  children,
});

/** Text without the characters that no XML file may hold. */
export const legalText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the characters it is about
  text.replaceAll(/\p{Surrogate}/gu, "").replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  legalText(text)
    .replaceAll(/[&<>"]/g, (it) => ESCAPES[it] as string)
    .replaceAll(/[\r\n\t]/g, (it) => `&#${it.codePointAt(0)};`);

const lines = (node: XmlNode, indent: string): readonly string[] => {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const open = `${indent}<${node.name}${attributes.join("")}`;
  if (node.children.length === 0) return [`${open} />`];
  if (node.children.some((child) => typeof child === "string"))
    return [`${open}>${node.children.map(inline).join("")}</${node.name}>`];
  const inside = (node.children as readonly XmlNode[]).flatMap((child) => lines(child, `${indent}  `));
  return [`${open}>`, ...inside, `${indent}</${node.name}>`];
};

const inline = (child: XmlNode | string): string =>
  typeof child === "string" ? escaped(child) : lines(child, "").join("");

/** A whole file, the same bytes for the same tree. */
export const xmlText = (root: XmlNode): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;
