/** @jsxRuntime automatic */
import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { printedMoney, printedQuantity, printedShare } from "./printed.ts";
import type { PrintedLine, QuoteDocument } from "./quoteDocument.ts";
import { words } from "./words.ts";

/** A row of this many characters fits any page; a longer one may go over the page's end, so that nothing is cut. */
const KEEP_TOGETHER = 400;

/** About how high the table's head and its first row are: where there is no room for both, the table begins on the next page. */
const beginningHeight = ([first]: readonly PrintedLine[]): number =>
  50 + 13 * Math.ceil(Math.min(first?.description.length ?? 0, KEEP_TOGETHER) / 16);

/**
 * The font's own line height everywhere: one that is inherited makes a number that @react-pdf fills in late vanish, and one that
 * stands without a font size beside it is taken of 18 points.
 */
const styles = StyleSheet.create({
  page: {
    fontFamily: "Printed",
    fontSize: 9,
    paddingTop: 40,
    paddingBottom: 56,
    paddingHorizontal: 40,
    color: "#1a1a20",
  },
  firm: { fontSize: 10, color: "#5c5d69", marginBottom: 10 },
  heading: { fontSize: 18, fontWeight: 700, lineHeight: 1.3, marginBottom: 2 },
  title: { fontSize: 11, marginBottom: 12 },
  facts: { flexDirection: "row", marginBottom: 14 },
  side: { flex: 1, paddingRight: 12 },
  fact: { flexDirection: "row", marginBottom: 2 },
  label: { width: 62, color: "#5c5d69", paddingRight: 6 },
  grow: { flex: 1 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderColor: "#d8d8e0", paddingVertical: 5 },
  head: { borderBottomWidth: 1, color: "#5c5d69", fontWeight: 700 },
  place: { width: 24 },
  item: { flex: 1, paddingRight: 8 },
  quantity: { width: 52, textAlign: "right", paddingRight: 6 },
  unit: { width: 36, paddingRight: 4 },
  price: { width: 88, textAlign: "right", paddingRight: 6 },
  discount: { width: 44, textAlign: "right", paddingRight: 6 },
  amount: { width: 96, textAlign: "right" },
  sum: { flexDirection: "row", justifyContent: "flex-end", marginTop: 4 },
  sumLabel: { width: 150, textAlign: "right", paddingRight: 10, color: "#5c5d69" },
  sumAmount: { width: 130, textAlign: "right" },
  strong: { fontWeight: 700, fontSize: 11 },
  opening: { marginBottom: 13 },
  thin: { height: 1 },
  part: { marginTop: 16 },
  partTitle: { fontWeight: 700, marginBottom: 3 },
  foot: { position: "absolute", bottom: 24, fontSize: 8, color: "#6e6f7b" },
  footLeft: { left: 40 },
  footRight: { left: 400, right: 40, textAlign: "right" },
});

const Fact = ({ label, value }: { label: string; value: string }): ReactElement | null =>
  value === "" ? null : (
    <View style={styles.fact}>
      <Text style={styles.label}>{label}</Text>
      <Text style={styles.grow}>{value}</Text>
    </View>
  );

const Line = ({ line, place, currency }: { line: PrintedLine; place: number; currency: string }): ReactElement => (
  <View style={styles.row} wrap={line.description.length > KEEP_TOGETHER}>
    <Text style={styles.place}>{place}</Text>
    <Text style={styles.item}>{line.description}</Text>
    <Text style={styles.quantity}>{printedQuantity(line.quantity)}</Text>
    <Text style={styles.unit}>{line.unit}</Text>
    <Text style={styles.price}>{printedMoney(line.unitPrice, currency)}</Text>
    <Text style={styles.discount}>{printedShare(line.discount)}</Text>
    <Text style={styles.amount}>{printedMoney(line.total, currency)}</Text>
  </View>
);

/** The table's head: it stands again on every page that the table goes on. */
const Head = ({ word }: { word: (typeof words)["en" | "zh"] }): ReactElement => (
  <View style={[styles.row, styles.head]} fixed>
    <Text style={styles.place}>#</Text>
    <Text style={styles.item}>{word.item}</Text>
    <Text style={styles.quantity}>{word.quantity}</Text>
    <Text style={styles.unit}>{word.unit}</Text>
    <Text style={styles.price}>{word.unitPrice}</Text>
    <Text style={styles.discount}>{word.discount}</Text>
    <Text style={styles.amount}>{word.amount}</Text>
  </View>
);

const Sum = ({ label, value, strong = false }: { label: string; value: string; strong?: boolean }): ReactElement => (
  <View style={strong ? [styles.sum, styles.strong] : styles.sum} wrap={false}>
    <Text style={styles.sumLabel}>{label}</Text>
    <Text style={styles.sumAmount}>{value}</Text>
  </View>
);

/** A text of the process, paragraph by paragraph: no line of one stands alone at a page's end or beginning. */
const Paragraphs = ({ text, style }: { text: string | undefined; style: "opening" | "part" }): ReactElement | null =>
  text === undefined ? null : (
    <View style={styles[style]}>
      {text.split("\n").map((paragraph, index) => (
        <Text key={index} orphans={2} widows={2}>
          {paragraph === "" ? " " : paragraph}
        </Text>
      ))}
    </View>
  );

const Part = ({ title, text }: { title: string; text: string }): ReactElement | null =>
  text === "" ? null : (
    <View style={styles.part}>
      <Text style={styles.partTitle} minPresenceAhead={40}>
        {title}
      </Text>
      <Text>{text}</Text>
    </View>
  );

/** The pages of a printed quote: the table's head and the page number stand on every page, rows are not torn. */
export const quotePages = (quote: QuoteDocument) => {
  const word = words[quote.language];
  const { currency } = quote;
  const discount = printedShare(quote.discount);
  const head = <Head word={word} />;
  const lines = quote.lines.map((line, index) => (
    <Line key={index} line={line} place={index + 1} currency={currency} />
  ));
  const heading = `${word.quote} ${quote.number}`;
  return (
    <Document
      title={heading}
      author={quote.firm}
      creationDate={new Date(`${quote.issuedOn}T00:00:00Z`)}
      language={quote.language}
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.firm}>{quote.firm}</Text>
        <Text style={styles.heading}>{heading}</Text>
        <Text style={styles.title}>{quote.title}</Text>
        <View style={styles.facts}>
          <View style={styles.side}>
            <Fact label={word.customer} value={quote.customer.name} />
            <Fact label={word.contact} value={quote.customer.contact} />
            <Fact label={word.address} value={quote.customer.address} />
          </View>
          <View style={styles.side}>
            <Fact label={word.date} value={quote.issuedOn} />
            <Fact label={word.validUntil} value={quote.validUntil ?? ""} />
            <Fact label={word.revision} value={quote.revision > 1 ? String(quote.revision) : ""} />
          </View>
        </View>
        <Paragraphs text={quote.opening} style="opening" />
        {quote.opening === undefined ? (
          <>
            {head}
            {lines}
          </>
        ) : (
          <>
            <View style={styles.thin} minPresenceAhead={beginningHeight(quote.lines)} />
            <View>
              {head}
              {lines}
            </View>
          </>
        )}
        <View style={styles.part} wrap={false}>
          <Sum label={word.listTotal} value={printedMoney(quote.listTotal, currency)} />
          {discount === "" ? null : <Sum label={word.wholeDiscount} value={discount} />}
          <Sum label={word.total} value={printedMoney(quote.total, currency)} strong />
        </View>
        <Part title={word.note} text={quote.note} />
        <Part title={word.terms} text={quote.terms} />
        <Paragraphs text={quote.closing} style="part" />
        <Text style={[styles.foot, styles.footLeft]} fixed>
          {heading}
        </Text>
        <Text
          style={[styles.foot, styles.footRight]}
          fixed
          render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>
  );
};
